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
  fetchAllGroups: [['?getParticipants=perhaps', /getParticipants must be a boolean/]],
};
