import { type Row, testRows } from './body-rows.ts';
import { testApp } from './test-app.ts';

const HOOK = { url: 'https://h.test/x', byEvents: true, base64: true, events: ['MESSAGES_UPSERT'] };

const CREATE: Row[] = [
  [
    'the seed',
    { instanceName: 'a', qrcode: true, webhook: HOOK },
    { instanceName: 'a', qrcode: true, webhook: HOOK },
  ],
  ['a name in space', { instanceName: '  a b ' }, { instanceName: 'a b' }],
  ['a name that is a number', { instanceName: 7 }, { instanceName: '7' }],
  ['null for nothing', { instanceName: 'a', number: null, webhook: null }, {}, ['number', 'webhook']],
  [
    'blank for nothing',
    { instanceName: 'a', number: '', token: ' ', integration: '', proxyPort: '' },
    {},
    ['number', 'token', 'integration', 'proxyPort'],
  ],
  ['a number that is a number', { instanceName: 'a', number: 5511988887777 }, { number: '5511988887777' }],
  [
    'snake case',
    {
      instanceName: 'a',
      reject_call: true,
      msg_call: 'no',
      groups_ignore: 'true',
      always_online: 'TRUE',
      read_messages: 'False',
      read_status: 1,
      sync_full_history: '',
    },
    {
      rejectCall: true,
      msgCall: 'no',
      groupsIgnore: true,
      alwaysOnline: true,
      readMessages: false,
      readStatus: true,
      syncFullHistory: false,
    },
  ],
  ['both cases', { instanceName: 'a', rejectCall: false, reject_call: true }, { rejectCall: false }],
  [
    'a webhook that is its address',
    {
      instanceName: 'a',
      webhook: 'https://h.test/x',
      webhook_by_events: true,
      webhook_base64: true,
      events: ['messages.upsert'],
    },
    { webhook: HOOK },
    ['events'],
  ],
  [
    'a flat webhook',
    {
      instanceName: 'a',
      webhookUrl: 'https://h.test/x',
      webhookByEvents: true,
      webhookBase64: true,
      webhookEvents: ['messages-upsert'],
    },
    { webhook: HOOK },
  ],
  ['a webhook of blanks', { instanceName: 'a', webhook: { url: '', events: [] } }, {}, ['webhook']],
  ['a webhook that is empty', { instanceName: 'a', webhook: {} }, {}, ['webhook']],
  [
    'a websocket',
    { instanceName: 'a', websocket: { enabled: true, events: ['call'] } },
    { websocket: { enabled: true, events: ['CALL'] } },
  ],
  [
    'a flat websocket',
    { instanceName: 'a', websocket_enabled: true, websocket_events: ['group-participants.update'] },
    { websocket: { enabled: true, events: ['GROUP_PARTICIPANTS_UPDATE'] } },
    ['websocket_enabled'],
  ],
  [
    'a camel case websocket',
    { instanceName: 'a', websocketEnabled: 'true', websocketEvents: [] },
    { websocket: { enabled: true, events: [] } },
  ],
  [
    'a proxy',
    { instanceName: 'a', proxy: { host: 'p', port: 8080, protocol: 'http', username: '', password: 'x' } },
    { proxyHost: 'p', proxyPort: '8080', proxyProtocol: 'http', proxyPassword: 'x' },
    ['proxy', 'proxyUsername'],
  ],
  [
    'what is out of scope',
    { instanceName: 'a', rabbitmq: { enabled: true }, chatwootAccountId: 5, mobile: false },
    { instanceName: 'a' },
  ],
];

testRows(await testApp(), '/instance/create', CREATE);
