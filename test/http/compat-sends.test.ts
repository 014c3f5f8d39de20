import { type Row, testRows } from './body-rows.ts';
import { testApp } from './test-app.ts';

const OPTIONS = {
  delay: 5,
  presence: 'composing',
  quoted: { key: { id: '3EB0A1' } },
  mentions: { everyOne: true },
};
const MEANT = { delay: 5, quoted: { key: { id: '3EB0A1' } }, mentionsEveryOne: true };
const KEY = { id: '3EB0A1', fromMe: false, remoteJid: '55@s.whatsapp.net' };
const SECTIONS = [{ title: 'Pizza', rows: [{ title: 'Margherita', rowId: 'm' }] }];

/** What a single operation has of its own, and those without options. */
const OTHERS: [operation: string, rows: Row[]][] = [
  [
    'sendWhatsAppAudio',
    [
      [
        'encoding in options',
        { number: '55', audio: 'x', options: { encoding: false } },
        { encoding: false },
      ],
    ],
  ],
  [
    'sendSticker',
    [
      [
        'an image',
        { number: '55', stickerMessage: { image: 'x' } },
        { sticker: 'x' },
        ['image', 'stickerMessage'],
      ],
    ],
  ],
  [
    'sendMedia',
    [
      [
        'blanks',
        { number: '55', mediatype: 'image', media: '', caption: '', delay: '' },
        { caption: '' },
        ['media', 'delay'],
      ],
    ],
  ],
  [
    'sendStatus',
    [
      [
        'version 1',
        { statusMessage: { type: 'text', content: 'a', font: '1', statusJidList: ['55'] } },
        { type: 'text', content: 'a', font: 1, statusJidList: ['55'] },
        ['statusMessage'],
      ],
      [
        'a blank recipient',
        { type: 'text', content: 'a', statusJidList: ['55@s.whatsapp.net', '@s.whatsapp.net'] },
        { statusJidList: ['55@s.whatsapp.net'] },
      ],
    ],
  ],
  [
    'sendContact',
    [
      [
        'version 1',
        { number: 55, contactMessage: [{ fullName: 'Ana', phoneNumber: 5511 }], options: OPTIONS },
        { number: '55', contact: [{ fullName: 'Ana', phoneNumber: '5511' }], ...MEANT },
        ['contactMessage'],
      ],
      [
        'one without a list',
        { number: '55', contact: { fullName: 'Ana', phoneNumber: '5511', wuid: '' } },
        { contact: [{ fullName: 'Ana', phoneNumber: '5511' }] },
        ['contact.0.wuid'],
      ],
    ],
  ],
  [
    'sendReaction',
    [
      [
        'version 1',
        { reactionMessage: { key: KEY, reaction: '👍' } },
        { key: KEY, reaction: '👍' },
        ['reactionMessage'],
      ],
      [
        'taken back',
        { key: { ...KEY, participant: '' }, reaction: '' },
        { key: KEY, reaction: '' },
        ['key.participant'],
      ],
    ],
  ],
  [
    'sendTemplate',
    [
      [
        'version 1',
        { number: 55, templateMessage: { name: 'n', language: 'en' } },
        { number: '55', name: 'n', language: 'en' },
      ],
    ],
  ],
  [
    'sendList',
    [
      [
        'values',
        { number: '55', title: 't', buttonText: 'b', footerText: '', values: SECTIONS },
        { sections: SECTIONS, footerText: '' },
        ['values'],
      ],
      [
        'values of version 1',
        { number: '55', listMessage: { title: 't', buttonText: 'b', values: SECTIONS } },
        { sections: SECTIONS },
        ['values', 'listMessage'],
      ],
    ],
  ],
  [
    'sendButtons',
    [
      [
        'the type as title',
        { number: '55', buttons: [{ title: 'url', displayText: 'Shop', url: 'https://h.test' }] },
        { buttons: [{ type: 'url', displayText: 'Shop', url: 'https://h.test' }] },
        ['buttons.0.title'],
      ],
      [
        'version 1',
        {
          number: '55',
          buttonMessage: { title: 't', footerText: 'f', buttons: [{ buttonText: 'Yes', buttonId: 'y' }] },
        },
        { title: 't', footer: 'f', buttons: [{ type: 'reply', displayText: 'Yes', id: 'y' }] },
        ['buttonMessage', 'footerText'],
      ],
    ],
  ],
];

/** A template is never sent, so the spec has no example of an answer. */
const testing = await testApp({ VALIDATE_RESPONSES: 'false' }, { sendTemplate: () => ({}) });

for (const [operation, rows] of OTHERS) testRows(testing, `/message/${operation}/a`, rows);
