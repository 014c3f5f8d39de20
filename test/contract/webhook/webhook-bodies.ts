/** An address at which nobody listens. */
export const URL = 'http://127.0.0.1:9/hook';

/** Bodies as clients write them, and what is stored. */
export const WEBHOOK_BODIES: Record<string, [body: object, stored: object]> = {
  'nested, with the flags of n8n': [
    { webhook: { enabled: true, url: URL, webhookByEvents: true, webhookBase64: true, events: ['CALL'] } },
    { enabled: true, url: URL, byEvents: true, base64: true, events: ['CALL'] },
  ],
  flat: [
    { enabled: true, url: URL, webhookByEvents: false, webhookBase64: true, events: ['QRCODE_UPDATED'] },
    { enabled: true, url: URL, byEvents: false, base64: true, events: ['QRCODE_UPDATED'] },
  ],
  'flat, snake case, of version 1': [
    { url: URL, webhook_by_events: true, webhook_base64: false, events: ['MESSAGES_UPSERT'] },
    { enabled: true, url: URL, byEvents: true, base64: false, events: ['MESSAGES_UPSERT'] },
  ],
  'an address alone': [{ webhook: URL }, { enabled: true, url: URL, events: [] }],
  'event names with dots, dashes, in any case': [
    {
      webhook: {
        url: URL,
        events: ['messages.upsert', 'group-participants.update', 'Send_Message', 'GROUPS_UPDATE'],
      },
    },
    { events: ['MESSAGES_UPSERT', 'GROUP_PARTICIPANTS_UPDATE', 'SEND_MESSAGE', 'GROUP_UPDATE'] },
  ],
  'disabled, which empties the list of events': [
    { webhook: { enabled: false, url: URL, events: ['CALL'] } },
    { enabled: false, url: URL, events: [] },
  ],
  'disabled, without an address, as n8n writes it': [
    { webhook: { enabled: 'false', url: 'vazio', events: [] } },
    { enabled: false, url: '' },
  ],
  'disabled, with an address that is none': [
    { enabled: false, url: 'nowhere' },
    { enabled: false, url: 'nowhere' },
  ],
};
