/** The request by which this API was first described, word for word, its placeholders filled. */
export const firstRequest = (number: string): string => `{
"instanceName": "teste-docs",
"qrcode": true,
"number": "${number}",
"rejectCall": true,
"msgCall": "No calls, please",
"groupsIgnore": true,
"alwaysOnline": true,
"readMessages": true,
"readStatus": true,
"syncFullHistory": true,
"webhook": {
"url": "http://127.0.0.1:9/hook",
"byEvents": true,
"base64": true,
"headers": {
"autorization": "Bearer 17",
"Content-Type": "application/json"
},
"events": [
"APPLICATION_STARTUP"
]
}
}`;

export interface OlderBody {
  /** Without the name. */
  body: object;
  webhook?: object;
  websocket?: object;
  settings?: object;
}

/** Bodies of older clients, and what of them is stored. */
export const OLDER_BODIES: Record<string, OlderBody> = {
  'version 1': {
    body: {
      webhook: 'http://127.0.0.1:9/v1',
      webhook_by_events: true,
      webhook_base64: true,
      events: ['messages.upsert'],
      websocket_enabled: true,
      websocket_events: ['CONNECTION_UPDATE'],
      reject_call: true,
      msg_call: 'busy',
      read_messages: 'True',
    },
    webhook: { url: 'http://127.0.0.1:9/v1', byEvents: true, base64: true, events: ['MESSAGES_UPSERT'] },
    websocket: { enabled: true, events: ['CONNECTION_UPDATE'] },
    settings: { rejectCall: true, msgCall: 'busy', readMessages: true, groupsIgnore: false },
  },
  'version 2.0': {
    body: {
      webhookUrl: 'http://127.0.0.1:9/v2',
      webhookByEvents: true,
      webhookEvents: ['SEND_MESSAGE'],
      websocket: { enabled: true },
    },
    webhook: { url: 'http://127.0.0.1:9/v2', byEvents: true, base64: false, events: ['SEND_MESSAGE'] },
    websocket: { enabled: true, events: [] },
  },
  'a form whose fields were left open': {
    body: {
      ...{ token: '', number: '', qrcode: '', integration: '', businessId: null, msgCall: '' },
      ...{ proxyHost: '', proxyPort: '', proxyProtocol: '', webhook: { url: '', events: [] } },
    },
    webhook: { enabled: false, url: '' },
    websocket: { enabled: false },
  },
  'with parts that this server has not': {
    body: {
      rabbitmq: { enabled: true, events: [] },
      chatwootAccountId: 7,
      webhook: { url: 'http://127.0.0.1:9' },
    },
    webhook: { enabled: true, events: [] },
  },
};

/** What is refused, and what the answer names. */
export const REFUSED: [object, RegExp][] = [
  [{ proxyHost: 'proxy.test', proxyPort: '3128', proxyProtocol: 'http' }, /Invalid proxy/],
  [{ integration: 'WHATSAPP-BUSINESS' }, /integration must be one of WHATSAPP-BAILEYS/],
  [{ webhook: { url: 'ftp://h.test' } }, /webhook\.url must be a URL/],
  [{ webhook: { url: 'https://h.test', events: ['NOPE'] } }, /webhook\.events\[0\] must be one of/],
  [{ msgCall: 'x'.repeat(101) }, /msgCall must have at most 100/],
  [{ qrcode: 'perhaps' }, /qrcode must be a boolean/],
  [{ instanceName: '' }, /instanceName/],
  [{ instanceName: 'a/b' }, /instanceName is not valid/],
];
