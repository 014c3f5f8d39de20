import type { Arrival } from '../arrivals.ts';

const ID = '3b0f0c52-8c1d-4f57-9b44-2f9d0e7f1a10';
const HOOK = { enabled: true, url: 'https://h.test/x', byEvents: false, base64: true };

/** The web page of Evolution. Its sends are those of version 1. */
export const MANAGER: Arrival[] = [
  ['the welcome before the login', ['GET', '/'], 'getInformation'],
  ['the login', ['POST', '/verify-creds', {}], 'verifyCredentials'],
  [
    'an instance by its id',
    ['GET', `/instance/fetchInstances?instanceId=${ID}`],
    'fetchInstances',
    { query: { instanceId: ID } },
  ],
  ['a pairing code left open', ['GET', '/instance/connect/a?number='], 'connectInstance'],
  ['a restart', ['POST', '/instance/restart/a', {}], 'restartInstance'],
  ['a logout', ['DELETE', '/instance/logout/a'], 'logoutInstance'],
  [
    'options of version 1',
    [
      'POST',
      '/message/sendText/a',
      {
        number: '55',
        text: 'hi',
        options: {
          delay: 1200,
          presence: 'composing',
          linkPreview: false,
          mentions: { everyOne: false, mentioned: [] },
        },
      },
    ],
    'sendText',
    {
      body: {
        number: '55',
        text: 'hi',
        delay: 1200,
        linkPreview: false,
        mentionsEveryOne: false,
        mentioned: [],
      },
    },
  ],
  [
    'audio of version 1',
    [
      'POST',
      '/message/sendWhatsAppAudio/a',
      {
        number: '55',
        options: { delay: 1200, presence: 'recording', encoding: true },
        audioMessage: { audio: 'T2dnUw==' },
      },
    ],
    'sendWhatsAppAudio',
    { body: { number: '55', audio: 'T2dnUw==', encoding: true, delay: 1200, mentionsEveryOne: false } },
  ],
  [
    'a nested webhook',
    ['POST', '/webhook/set/a', { webhook: { ...HOOK, events: ['MESSAGES_UPSERT'] } }],
    'setWebhook',
    { body: { webhook: { ...HOOK, events: ['MESSAGES_UPSERT'] } } },
  ],
  [
    'a nested websocket',
    ['POST', '/websocket/set/a', { websocket: { enabled: false, events: [] } }],
    'setWebsocket',
    { body: { websocket: { enabled: false, events: [] } } },
  ],
  [
    'a proxy of all fields',
    [
      'POST',
      '/proxy/set/a',
      { enabled: true, host: 'p', port: '8080', protocol: 'http', username: '', password: '' },
    ],
    'setProxy',
    { body: { enabled: true, host: 'p', port: '8080', protocol: 'http' } },
  ],
  [
    'one chat',
    ['POST', '/chat/findChats/a', { where: { remoteJid: '55@s.whatsapp.net' } }],
    'findChats',
    { body: { where: { remoteJid: '55@s.whatsapp.net' } } },
  ],
  [
    'the messages of a chat',
    ['POST', '/chat/findMessages/a', { where: { key: { remoteJid: '55@s.whatsapp.net' } } }],
    'findMessages',
    { body: { where: { key: { remoteJid: '55@s.whatsapp.net' } }, page: 1 } },
  ],
];
