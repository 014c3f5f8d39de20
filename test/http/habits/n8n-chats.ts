import type { Arrival } from '../arrivals.ts';

const BLANK = '@s.whatsapp.net';
const ANA = '5511988887777@s.whatsapp.net';

/** What it does beside sending: filters, chats and configuration. */
export const N8N_CHATS: Arrival[] = [
  [
    'a filter of blanks',
    ['POST', '/chat/findChats/a', { where: { remoteJid: BLANK, id: '' }, page: 1, offset: 10 }],
    'findChats',
    { body: { where: {}, page: 1, offset: 10 } },
  ],
  [
    'a contact left open',
    ['POST', '/chat/findContacts/a', { where: { id: BLANK } }],
    'findContacts',
    { body: { where: {} } },
  ],
  [
    'a message left open',
    ['POST', '/chat/findMessages/a', { where: { key: { remoteJid: BLANK } }, page: 2, offset: 10 }],
    'findMessages',
    { body: { where: { key: {} }, page: 2, offset: 10 } },
  ],
  [
    'the instance as a filter',
    [
      'POST',
      '/chat/findStatusMessage/a',
      { where: { instanceId: 'a', remoteJid: ANA, keyId: '' }, page: 1, offset: 10 },
    ],
    'findStatusMessage',
    { body: { where: { instanceId: 'a', remoteJid: ANA }, page: 1, offset: 10 } },
  ],
  [
    'a body with DELETE, the author left open',
    [
      'DELETE',
      '/chat/deleteMessageForEveryone/a',
      { id: '3EB0A1', fromMe: false, remoteJid: ANA, participant: BLANK },
    ],
    'deleteMessageForEveryone',
    { body: { id: '3EB0A1', fromMe: false, remoteJid: ANA } },
  ],
  ['its own profile', ['POST', '/chat/fetchProfile/a', { number: BLANK }], 'fetchProfile', { body: {} }],
  [
    'a chat, and a message left open',
    [
      'POST',
      '/chat/archiveChat/a',
      { lastMessage: { key: { remoteJid: '5511', fromMe: false, id: '' } }, chat: '5511', archive: true },
    ],
    'archiveChat',
    { body: { chat: '5511', archive: true } },
  ],
  [
    'a comma too many',
    ['POST', '/chat/whatsappNumbers/a', { numbers: ['5511988887777', ''] }],
    'whatsappNumbers',
    { body: { numbers: ['5511988887777'] } },
  ],
  [
    'a proxy switched off',
    [
      'POST',
      '/proxy/set/a',
      { enabled: '', host: '1234', port: '', protocol: '', username: '', password: '' },
    ],
    'setProxy',
    { body: { enabled: false, host: '1234' } },
  ],
  [
    'a webhook switched off',
    [
      'POST',
      '/webhook/set/a',
      { webhook: { enabled: false, url: 'vazio', webhookByEvents: true, webhookBase64: true, events: [] } },
    ],
    'setWebhook',
    { body: { webhook: { enabled: false, byEvents: true, base64: true, events: [] } } },
  ],
];
