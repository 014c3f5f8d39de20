import type { OperationId } from '../../server/generated/index.ts';
import { BAD_CHATS } from './bad-chat-bodies.ts';
import { BAD_EVENTS } from './bad-event-bodies.ts';
import { BAD_GROUPS } from './bad-group-bodies.ts';
import { BAD_MESSAGES } from './bad-message-bodies.ts';
import { BAD_PROFILES } from './bad-profile-bodies.ts';
import { FIVE_MEGABYTES } from './five-megabytes.ts';

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

export type BadOperations = Partial<Record<OperationId, BadBodies | Because>>;

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
  listWebhooks: NO_BODY,
  deleteWebhook: NO_BODY,
  findWebsocket: NO_BODY,
  findDelivery: NO_BODY,
  listDeliveries: NO_BODY,
  listDeadLetters: NO_BODY,
  retryDelivery: NO_BODY,
  findProxy: NO_BODY,
  findLabels: NO_BODY,
  findChatByRemoteJid: NO_BODY,
  removeProfilePicture: NO_BODY,
  fetchPrivacySettings: NO_BODY,
  fetchInviteCode: NO_BODY,
  revokeInviteCode: NO_BODY,
  inviteInfo: NO_BODY,
  acceptInviteCode: NO_BODY,
  findGroupInfos: NO_BODY,
  fetchAllGroups: NO_BODY,
  findParticipants: NO_BODY,
  leaveGroup: NO_BODY,
  listEvents: NO_BODY,
  streamEvents: NO_BODY,
  ...BAD_MESSAGES,
  ...BAD_CHATS,
  ...BAD_PROFILES,
  ...BAD_GROUPS,
  ...BAD_EVENTS,
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
  setWebhook: {
    wrongType: [{ webhook: { url: {}, events: 7 } }, /url must be a string.*events must be an array/],
    missing: [{ webhook: { enabled: true } }, /url must be a URL/],
    empty: /requires property \\"webhook\\"/,
    huge: [{ webhook: { url: `https://h.test/${FIVE_MEGABYTES}` } }, /url must have at most 2048 characters/],
  },
  createWebhook: {
    wrongType: [{ url: {}, jids: 7 }, /url must be a string.*jids must be an array/],
    missing: [{ enabled: true }, /instance\.url must be a URL/],
    empty: /instance\.url must be a URL/,
    huge: [{ url: 'https://h.test/', jids: [FIVE_MEGABYTES] }, /jids\[0\] must have at most 100 characters/],
  },
  updateWebhook: {
    wrongType: [{ url: {}, jids: 7 }, /url must be a string.*jids must be an array/],
    missing: { because: 'no field of it is required: what is left out stays as it is' },
    empty: /must not be empty/,
    huge: [{ url: `https://h.test/${FIVE_MEGABYTES}` }, /url must have at most 2048 characters/],
  },
  rotateWebhookSecret: {
    wrongType: [{ overlapSeconds: 'a day' }, /overlapSeconds must be an integer/],
    missing: { because: 'no field of it is required' },
    empty: { because: 'a body is not required' },
    huge: [{ overlapSeconds: FIVE_MEGABYTES }, /overlapSeconds must be an integer/],
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
  setProxy: {
    wrongType: [
      { enabled: 'perhaps', port: '8080a', protocol: 'carrier pigeon' },
      /enabled must be a boolean.*port is not valid.*protocol must be one of http/,
    ],
    missing: [{ host: 'h.test', port: '8080', protocol: 'http' }, /requires property \\"enabled\\"/],
    empty: /requires property \\"enabled\\"/,
    huge: [{ enabled: true, host: FIVE_MEGABYTES }, /host must have at most 255 characters/],
  },
};
