import { testRows } from './body-rows.ts';
import { testApp } from './test-app.ts';

const OPTIONS = {
  delay: 5,
  presence: 'composing',
  quoted: { key: { id: '3EB0A1' } },
  mentions: { everyOne: true },
};
const MEANT = { delay: 5, quoted: { key: { id: '3EB0A1' } }, mentionsEveryOne: true };
const SECTIONS = [{ title: 'Pizza', rows: [{ title: 'Margherita', rowId: 'm' }] }];

/** What version 1 wraps, and in what. */
const WRAPPED: [operation: string, wrapper: string, fields: object][] = [
  ['sendText', 'textMessage', { text: 'a' }],
  [
    'sendMedia',
    'mediaMessage',
    { mediatype: 'image', mimetype: 'image/png', caption: 'c', fileName: 'f', media: 'https://h.test/x' },
  ],
  ['sendPtv', 'ptvMessage', { video: 'https://h.test/x' }],
  ['sendWhatsAppAudio', 'audioMessage', { audio: 'https://h.test/x' }],
  ['sendSticker', 'stickerMessage', { sticker: 'https://h.test/x' }],
  ['sendLocation', 'locationMessage', { latitude: -23.5, longitude: -46.6, name: 'n', address: 'a' }],
  ['sendPoll', 'pollMessage', { name: 'n', selectableCount: 1, values: ['a', 'b'] }],
  [
    'sendList',
    'listMessage',
    { title: 't', description: 'd', buttonText: 'b', footerText: 'f', sections: SECTIONS },
  ],
  [
    'sendButtons',
    'buttonMessage',
    { title: 't', description: 'd', footer: 'f', buttons: [{ type: 'reply', displayText: 'Yes', id: 'y' }] },
  ],
];

const testing = await testApp();

for (const [operation, wrapper, fields] of WRAPPED)
  testRows(testing, `/message/${operation}/a`, [
    ['version 2', { number: '55', ...fields, ...MEANT }, { ...fields, ...MEANT }],
    [
      'version 1',
      { number: 55, [wrapper]: fields, options: OPTIONS },
      { number: '55', ...fields, ...MEANT },
      ['options', wrapper, 'presence', 'mentions'],
    ],
    ['everyOne', { number: '55', ...fields, everyOne: 'True' }, { mentionsEveryOne: true }, ['everyOne']],
  ]);
