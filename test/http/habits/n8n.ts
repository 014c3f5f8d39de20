import type { Arrival } from '../arrivals.ts';

/** The address as n8n's client sends it: it encodes what may not stand in a URL, and no names. */
const url = (path: string): string =>
  new URL(path, 'http://gateway.test').href.slice('http://gateway.test'.length);

const NAME = 'loja da Ana ção';
const BLANK = '@s.whatsapp.net';
const ANA = '5511988887777@s.whatsapp.net';
const GROUP = '120363025246125486@g.us';
const REPLY = { key: { id: '3EB0A1' } };
const at = (path: string): string => url(`${path}/${NAME}`);

/** Forms whose fields were left open, numbers with the server behind them, and replies by the id alone. */
export const N8N: Arrival[] = [
  ['the test of its credentials', ['GET', '/instance/fetchInstances'], 'fetchInstances'],
  ['a filter left open', ['GET', '/instance/fetchInstances?instanceName='], 'fetchInstances'],
  [
    'a new instance of blanks',
    [
      'POST',
      '/instance/create',
      {
        ...{ instanceName: 'a', integration: 'WHATSAPP-BAILEYS', token: '', number: '', rejectCall: '' },
        ...{ proxyHost: '', proxyPort: '1234', proxyProtocol: '', proxyUsername: '', proxyPassword: '' },
        ...{ webhook: { url: '', byEvents: false, base64: false, events: [] } },
        ...{ rabbitmq: { enabled: false, events: [] } },
      },
    ],
    'createInstance',
    {
      body: {
        ...{ instanceName: 'a', integration: 'WHATSAPP-BAILEYS', proxyPort: '1234', qrcode: false },
        ...{ rejectCall: false, msgCall: '', groupsIgnore: false, alwaysOnline: false },
        ...{ readMessages: false, readStatus: false, syncFullHistory: false },
        ...{ rabbitmq: { enabled: false, events: [] } },
      },
    },
  ],
  [
    'a name as it was typed',
    ['GET', at('/instance/connectionState')],
    'connectionState',
    { path: { instance: NAME } },
  ],
  ['a restart without a body', ['POST', at('/instance/restart')], 'restartInstance'],
  [
    'a code revoked without a body',
    ['POST', `${at('/group/revokeInviteCode')}?groupJid=${GROUP}`],
    'revokeInviteCode',
    { query: { groupJid: GROUP } },
  ],
  [
    'a reply',
    [
      'POST',
      at('/message/sendText'),
      { number: ANA, text: 'hi', delay: 1200, linkPreview: false, quoted: REPLY, mentioned: [ANA, BLANK] },
    ],
    'sendText',
    {
      body: {
        number: ANA,
        text: 'hi',
        delay: 1200,
        linkPreview: false,
        quoted: REPLY,
        mentioned: [ANA],
        mentionsEveryOne: false,
      },
    },
  ],
  [
    'a status for nobody yet',
    [
      'POST',
      at('/message/sendStatus'),
      {
        type: 'text',
        content: 'hi',
        backgroundColor: '#000000',
        font: 1,
        allContacts: false,
        statusJidList: [BLANK],
      },
    ],
    'sendStatus',
    {
      body: {
        type: 'text',
        content: 'hi',
        backgroundColor: '#000000',
        font: 1,
        allContacts: false,
        statusJidList: [],
      },
    },
  ],
  [
    'a list without a footer',
    [
      'POST',
      at('/message/sendList'),
      {
        number: ANA,
        title: 't',
        buttonText: 'b',
        footerText: '',
        sections: [{ title: 's', rows: [{ title: 'r', description: '', rowId: 's_r' }] }],
      },
    ],
    'sendList',
    {
      body: {
        number: ANA,
        title: 't',
        buttonText: 'b',
        footerText: '',
        sections: [{ title: 's', rows: [{ title: 'r', description: '', rowId: 's_r' }] }],
        mentionsEveryOne: false,
      },
    },
  ],
];
