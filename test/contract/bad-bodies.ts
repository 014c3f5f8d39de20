import type { OperationId } from '../../server/generated/index.ts';

/** Why an operation has no such case. */
export interface Because {
  because: string;
}

/** A body, and what the answer to it must name. */
export type Bad = [body: object, named: RegExp];

export interface BadBodies {
  wrongType: Bad;
  missing: Bad | Because;
  /** What is named if there is no body at all. */
  empty: RegExp | Because;
  huge: Bad;
}

const FIVE_MEGABYTES = 'x'.repeat(5 * 1024 ** 2);
const NO_BODY = { because: 'it takes no body' };

/** The bodies that each operation must refuse. */
export const BAD_BODIES: Record<OperationId, BadBodies | Because> = {
  getInformation: NO_BODY,
  verifyCredentials: NO_BODY,
  fetchInstances: NO_BODY,
  connectInstance: NO_BODY,
  connectionState: NO_BODY,
  restartInstance: NO_BODY,
  logoutInstance: NO_BODY,
  deleteInstance: NO_BODY,
  findSettings: NO_BODY,
  findWebhook: NO_BODY,
  findWebsocket: NO_BODY,
  createInstance: {
    wrongType: [{ instanceName: 'x', qrcode: 'perhaps', webhook: { events: 7 } }, /qrcode must be a boolean/],
    missing: [{ qrcode: true }, /requires property \\"instanceName\\"/],
    empty: /requires property \\"instanceName\\"/,
    huge: [{ instanceName: FIVE_MEGABYTES }, /instanceName must have at most 255 characters/],
  },
  setPresence: {
    wrongType: [{ presence: ['available'] }, /presence must be a string/],
    missing: [{ prescence: 'available' }, /requires property \\"presence\\"/],
    empty: /requires property \\"presence\\"/,
    huge: [{ presence: FIVE_MEGABYTES }, /presence must be one of available, unavailable/],
  },
  setSettings: {
    wrongType: [
      { rejectCall: 'perhaps', msgCall: [] },
      /rejectCall must be a boolean.*msgCall must be a string/,
    ],
    missing: { because: 'no field of it is required: what is left out stays as it is' },
    empty: /must not be empty/,
    huge: [{ msgCall: FIVE_MEGABYTES }, /msgCall must have at most 100 characters/],
  },
  sendText: {
    wrongType: [{ number: {}, text: ['hi'] }, /number must be a string.*text must be a string/],
    missing: [{ number: '15550000001' }, /requires property \\"text\\"/],
    empty: /requires property \\"number\\".*requires property \\"text\\"/,
    huge: [{ number: '15550000001', text: FIVE_MEGABYTES }, /text must have at most 65536 characters/],
  },
  findMessages: {
    wrongType: [
      { page: 'first', where: { key: [] } },
      /where\.key must be an object|page must be an integer/,
    ],
    missing: { because: 'no field of it is required: without filters it finds all messages' },
    empty: { because: 'without a body it finds all messages' },
    huge: [{ where: { id: FIVE_MEGABYTES } }, /where\.id must have at most 255 characters/],
  },
  setWebhook: {
    wrongType: [{ webhook: { url: {}, events: 7 } }, /url must be a string.*events must be an array/],
    missing: [{ webhook: { enabled: true } }, /url must be a URL/],
    empty: /requires property \\"webhook\\"/,
    huge: [{ webhook: { url: `https://h.test/${FIVE_MEGABYTES}` } }, /url must have at most 2048 characters/],
  },
  setWebsocket: {
    wrongType: [
      { websocket: { enabled: {}, events: 7 } },
      /enabled must be a boolean.*events must be an array/,
    ],
    missing: [{ websocket: { events: [] } }, /requires property \\"enabled\\"/],
    empty: /requires property \\"websocket\\"/,
    huge: [{ enabled: true, events: [FIVE_MEGABYTES] }, /events\[0\] must be one of/],
  },
};
