import { type Row, testRows } from './body-rows.ts';
import { testApp } from './test-app.ts';

const HOOK = { url: 'https://h.test/x', byEvents: true, base64: true, events: ['MESSAGES_UPSERT'] };

const SETTINGS: Row[] = [
  [
    'snake case',
    { reject_call: true, msg_call: '', groups_ignore: 'False' },
    { rejectCall: true, msgCall: '', groupsIgnore: false },
    ['reject_call', 'alwaysOnline'],
  ],
  ['one setting', { readMessages: 'true' }, { readMessages: true }, ['readStatus']],
  [
    'null and blank for no change',
    { readMessages: null, readStatus: '', rejectCall: true },
    { rejectCall: true },
    ['readMessages', 'readStatus'],
  ],
];

const WEBHOOK: Row[] = [
  [
    'nested',
    { webhook: { enabled: true, ...HOOK, headers: { 'x-k': 5 } } },
    { webhook: { enabled: true, ...HOOK, headers: { 'x-k': '5' } } },
  ],
  [
    'nested, as n8n names it',
    {
      webhook: {
        enabled: true,
        url: HOOK.url,
        webhookByEvents: true,
        webhookBase64: true,
        events: HOOK.events,
      },
    },
    { webhook: HOOK },
  ],
  [
    'flat',
    { enabled: true, url: HOOK.url, webhookByEvents: true, webhookBase64: true, events: ['messages.upsert'] },
    { webhook: { enabled: true, ...HOOK } },
  ],
  [
    'flat, in snake case, without a word on being enabled',
    { url: HOOK.url, webhook_by_events: true, webhook_base64: true, events: HOOK.events },
    { webhook: { enabled: true, ...HOOK } },
  ],
  [
    'only the address',
    { webhook: HOOK.url, webhook_by_events: 'true' },
    { webhook: { enabled: true, url: HOOK.url, byEvents: true } },
  ],
  [
    'n8n’s word for blank',
    { webhook: { enabled: false, url: 'vazio' } },
    { webhook: { enabled: false } },
    ['webhook.url'],
  ],
  [
    'a blank address',
    { webhook: { enabled: false, url: '', events: null } },
    { webhook: { enabled: false } },
    ['webhook.url', 'webhook.events'],
  ],
  ['switched off, flat', { enabled: 'FALSE' }, { webhook: { enabled: false } }],
  [
    'events in every notation',
    {
      url: HOOK.url,
      events: ['Messages.Upsert', 'messages-update', 'GROUPS_UPDATE', 'typebot.change-status', 'new.jwt'],
    },
    {
      webhook: {
        events: [
          'MESSAGES_UPSERT',
          'MESSAGES_UPDATE',
          'GROUP_UPDATE',
          'TYPEBOT_CHANGE_STATUS',
          'NEW_JWT_TOKEN',
        ],
      },
    },
  ],
];

const WEBSOCKET: Row[] = [
  [
    'nested',
    { websocket: { enabled: 'true', events: ['qrcode.updated'] } },
    { websocket: { enabled: true, events: ['QRCODE_UPDATED'] } },
  ],
  [
    'flat',
    { enabled: true, events: ['qrcode.updated'] },
    { websocket: { enabled: true, events: ['QRCODE_UPDATED'] } },
    ['enabled'],
  ],
  ['flat, without events', { enabled: false }, { websocket: { enabled: false } }],
];

const PROXY: Row[] = [
  [
    'a port that is a number',
    { enabled: 'True', host: 'p', port: 8080, protocol: 'http', username: '', password: null },
    { enabled: true, host: 'p', port: '8080', protocol: 'http' },
    ['username', 'password'],
  ],
  [
    'off, as n8n writes it',
    { enabled: '', host: '1234', port: '', protocol: '', username: '', password: '' },
    { enabled: false, host: '1234' },
    ['port', 'protocol', 'username', 'password'],
  ],
  [
    'version 1',
    { enabled: true, proxy: { host: 'p', port: 8080, protocol: 'socks5' } },
    { enabled: true, host: 'p', port: '8080', protocol: 'socks5' },
    ['proxy'],
  ],
];

const app = await testApp();
testRows(app, '/settings/set/a', SETTINGS);
testRows(app, '/webhook/set/a', WEBHOOK);
testRows(app, '/websocket/set/a', WEBSOCKET);
testRows(app, '/proxy/set/a', PROXY);
