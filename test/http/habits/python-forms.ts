import type { Arrival } from '../arrivals.ts';

const BOUNDARY = '5f0e9c7d2b4a4d6c8e1f';

export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** As the client writes a form: each text has a type, and whatever is no text is written as Python prints it. */
function form(fields: Record<string, string>, hasFile: boolean): string {
  const texts = Object.entries(fields).map(([name, text]) => {
    const type = name === 'delay' ? 'text/plain; type=number' : 'text/plain';
    return part(`name="${name}"`, type, text);
  });
  if (hasFile) texts.push(part('name="file"; filename="file"', 'application/octet-stream', 'OggS'));
  return `${texts.join('')}--${BOUNDARY}--\r\n`;
}

function part(head: string, type: string, content: string): string {
  const lines = [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; ${head}`,
    `Content-Type: ${type}`,
    '',
    content,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** The client does not say what it is: the bytes do. */
const FILE = { name: 'file', mimetype: 'application/octet-stream' };
const REPLY = { key: { id: '3EB0A1', fromMe: true } };
const PRINTED = "{'key': {'id': '3EB0A1', 'fromMe': True}}";

export const PYTHON_FORMS: Arrival[] = [
  [
    'a file',
    [
      'POST',
      '/message/sendMedia/a',
      form(
        {
          number: '55',
          mediatype: 'document',
          mimetype: 'application/pdf',
          caption: '',
          fileName: 'x.pdf',
          delay: '1200',
        },
        true,
      ),
    ],
    'sendMedia',
    {
      body: {
        ...{
          number: '55',
          mediatype: 'document',
          mimetype: 'application/pdf',
          caption: '',
          fileName: 'x.pdf',
        },
        ...{ delay: 1200, mentionsEveryOne: false },
      },
      file: FILE,
    },
  ],
  [
    'a voice note, with dictionaries, lists and None',
    [
      'POST',
      '/message/sendWhatsAppAudio/a',
      form(
        {
          number: '55',
          encoding: 'True',
          delay: 'None',
          quoted: PRINTED,
          mentioned: "['5511', '5522']",
          mentionsEveryOne: 'False',
        },
        true,
      ),
    ],
    'sendWhatsAppAudio',
    {
      body: {
        number: '55',
        encoding: true,
        quoted: REPLY,
        mentioned: ['5511', '5522'],
        mentionsEveryOne: false,
      },
      file: FILE,
    },
  ],
  [
    'a sticker whose address is blank',
    ['POST', '/message/sendSticker/a', form({ number: '55', sticker: '', notConvertSticker: 'False' }, true)],
    'sendSticker',
    { body: { number: '55', notConvertSticker: false, mentionsEveryOne: false }, file: FILE },
  ],
  [
    'a round video by its address',
    ['POST', '/message/sendPtv/a', form({ number: '55', video: 'https://h.test/x.mp4' }, false)],
    'sendPtv',
    { body: { number: '55', video: 'https://h.test/x.mp4', mentionsEveryOne: false } },
  ],
  [
    'a status for two',
    [
      'POST',
      '/message/sendStatus/a',
      form({ type: 'audio', allContacts: 'False', statusJidList: "['55', '56']" }, true),
    ],
    'sendStatus',
    { body: { type: 'audio', allContacts: false, statusJidList: ['55', '56'] }, file: FILE },
  ],
];
