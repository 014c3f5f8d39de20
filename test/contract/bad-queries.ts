import type { OperationId } from '../../server/generated/index.ts';

/** A query, and what the answer to it must name. */
export type BadQuery = [query: string, named: RegExp];

const LONG = 'x'.repeat(300);

const GROUP: BadQuery[] = [
  ['', /The group id needs to be informed/],
  ['?groupJid=', /The group id needs to be informed/],
  ['?groupJid=nobody', /nobody.* is not the JID of a group/],
  [`?groupJid=${LONG}`, /groupJid must have at most 255 characters/],
  ['?groupJid=1@g.us&groupJid=2@g.us', /groupJid must be a string/],
];

const INVITE_CODE: BadQuery[] = [
  ['', /invite code/],
  [`?inviteCode=${LONG}`, /inviteCode must have at most 255 characters/],
];

const EVENTS: BadQuery[] = [
  ['?after=yesterday', /after must be a valid uuid/],
  ['?after=3b0f0c52-8c1d-4f57-9b44-2f9d0e7f1a10', /after: this instance has no event 3b0f0c52/],
  ['?events=CALL,NOPE', /events\[1\] must be one of/],
];

const DELIVERIES: BadQuery[] = [
  ['?limit=0', /query\.limit must be at least 1/],
  ['?limit=501', /query\.limit must be at most 500/],
  ['?limit=many', /query\.limit must be an integer/],
  ['?cursor=newest', /query\.cursor is not valid: The id of a delivery/],
  ['?from=noon', /query\.from must be a valid date-time/],
  ['?to=2016-12-31T23:59:60Z', /query\.to must be a valid date-time/],
  ['?webhookId=nobody', /query\.webhookId: there is no webhook \\"nobody\\"/],
  [`?webhookId=${LONG}`, /query\.webhookId must have at most 100 characters/],
];

/** The queries that operations without a body must refuse. */
export const BAD_QUERIES: Partial<Record<OperationId, BadQuery[]>> = {
  fetchInstances: [[`?number=${LONG}`, /number must have at most 100 characters/]],
  connectInstance: [
    [`?number=${LONG}`, /number must have at most 100 characters/],
    ['?number=1&number=2', /number must be a string/],
  ],
  findChatByRemoteJid: [
    ['', /requires property \\"remoteJid\\"/],
    ['?remoteJid=@s.whatsapp.net', /requires property \\"remoteJid\\"/],
    [`?remoteJid=${LONG}`, /remoteJid must have at most 255 characters/],
  ],
  fetchInviteCode: GROUP,
  revokeInviteCode: GROUP,
  findGroupInfos: GROUP,
  findParticipants: GROUP,
  leaveGroup: GROUP,
  inviteInfo: INVITE_CODE,
  acceptInviteCode: INVITE_CODE,
  listEvents: [
    ...EVENTS,
    ['?limit=0', /limit must be at least 1/],
    ['?limit=1001', /limit must be at most 1000/],
    ['?limit=all', /limit must be an integer/],
  ],
  streamEvents: EVENTS,
  listDeliveries: [['?state=lost', /query\.state must be one of pending, delivered, dead/], ...DELIVERIES],
  listDeadLetters: DELIVERIES,
  fetchAllGroups: [['?getParticipants=perhaps', /getParticipants must be a boolean/]],
};
