import type { Operation, OperationId } from '../generated/index.ts';
import { withoutBlankJids } from './compat/blank-jids.ts';
import { markMessageAsRead, sendPresence, whatsappNumbers, withLastMessage } from './compat/chat-actions.ts';
import { cleanBody } from './compat/clean.ts';
import { createInstance } from './compat/create-instance.ts';
import { eventFilter } from './compat/events.ts';
import { type BodyChange, pick, rename } from './compat/fields.ts';
import { findMessages, withFilters, withPages } from './compat/find-messages.ts';
import { fitTypes } from './compat/fit-types.ts';
import { setProxy } from './compat/proxy.ts';
import * as sends from './compat/send-messages.ts';
import { sendText } from './compat/send-text.ts';
import { setSettings } from './compat/settings.ts';
import { setWebhook, withWebhookNames } from './compat/webhook.ts';
import { setWebsocket } from './compat/websocket.ts';
import type { CallInput, JsonObject } from './input.ts';
import type { Route } from './routes.ts';
import { bodySchema, parameters, type Spec } from './spec.ts';

/** Verbs that clients use beside the spec's own (wire-contract, appendix A). */
const OTHER_VERBS: Partial<Record<OperationId, Operation['method']>> = {
  restartInstance: 'PUT',
  connectInstance: 'POST',
  markMessageAsRead: 'PUT',
  markChatUnread: 'PUT',
  archiveChat: 'PUT',
  updateMessage: 'PUT',
  updateBlockStatus: 'PUT',
  findChats: 'GET',
  findContacts: 'GET',
  fetchProfile: 'GET',
  updateProfilePicture: 'PUT',
  removeProfilePicture: 'PUT',
  updatePrivacySettings: 'PUT',
  updateGroupPicture: 'PUT',
  updateGroupSubject: 'PUT',
  updateGroupDescription: 'PUT',
  revokeInviteCode: 'PUT',
  acceptInviteCode: 'POST',
  updateParticipant: 'PUT',
  updateGroupSetting: 'PUT',
  toggleEphemeral: 'PUT',
};

/** Paths beside the spec's own. */
const OTHER_PATHS: Partial<Record<OperationId, string[]>> = {
  updateBlockStatus: ['/message/updateBlockStatus/{instance}', '/chat/blockContact/{instance}'],
  whatsappNumbers: ['/chat/checkIsWhatsApp/{instance}', '/chat/checkIsWhatsappNumber/{instance}'],
};

/** How bodies of older and other clients become what the spec says. */
const BODY_CHANGES: Partial<Record<OperationId, BodyChange>> = {
  createInstance,
  setSettings,
  sendText,
  ...sends,
  findMessages,
  findContacts: withPages,
  findChats: withPages,
  findStatusMessage: withFilters,
  setWebhook,
  createWebhook: withWebhookNames,
  updateWebhook: withWebhookNames,
  setWebsocket,
  setProxy,
  whatsappNumbers,
  markMessageAsRead,
  markChatUnread: withLastMessage,
  archiveChat: withLastMessage,
  sendPresence,
};

/** Parameters that clients put into the body. */
const QUERY_IN_BODY: Partial<Record<OperationId, string[]>> = {
  connectInstance: ['number'],
  fetchInviteCode: ['groupJid'],
  revokeInviteCode: ['groupJid'],
  findGroupInfos: ['groupJid'],
  findParticipants: ['groupJid'],
  leaveGroup: ['groupJid'],
  inviteInfo: ['inviteCode'],
  acceptInviteCode: ['inviteCode'],
  fetchAllGroups: ['getParticipants'],
  findChatByRemoteJid: ['remoteJid'],
};

/** How parameters become what the spec says. */
const QUERY_CHANGES: Partial<Record<OperationId, BodyChange>> = {
  listEvents: eventFilter,
  streamEvents: eventFilter,
};

/** Headers that say, more recently, what a parameter says: browsers send them when they connect again. */
const HEADER_IN_QUERY: Partial<Record<OperationId, Record<string, string>>> = {
  streamEvents: { 'Last-Event-ID': 'after' },
};

/** Fields of the body that clients put into the query: some cannot send a body with DELETE, or with GET. */
const BODY_IN_QUERY: Partial<Record<OperationId, string[]>> = {
  deleteMessageForEveryone: ['id', 'fromMe', 'remoteJid', 'participant'],
  findChats: ['page', 'offset', 'limit', 'take', 'skip'],
  findContacts: ['page', 'offset', 'limit'],
};

/** Every route by which an operation is reached; paths are those of the spec. */
export function routesOf({ operationId, method, path, tag }: Operation): Route[] {
  const other = OTHER_VERBS[operationId];
  const methods = other ? [method, other] : [method];
  const paths = [path, ...(OTHER_PATHS[operationId] ?? [])];
  if (tag === 'profile') paths.push(path.replace('/chat/', '/profile/'));
  return paths.flatMap((one) => methods.map((verb) => ({ method: verb, path: one })));
}

/** Whether parameters of an operation that takes no body are looked for in one. */
export function hasQueryInBody({ operationId }: Operation): boolean {
  return QUERY_IN_BODY[operationId] !== undefined;
}

/**
 * Makes lenient input strict, before it is validated: what clients write in other ways is put the spec's way,
 * null and blank parameters are absent, and only parameters of the spec are left. What is wrong stays wrong
 * for the validator.
 *
 * @returns a function that throws HttpError 400 for a body that is not an object, or is out of all proportion
 */
export function adapterFor(spec: Spec, operation: Operation): (given: CallInput) => CallInput {
  const { operationId } = operation;
  const schema = bodySchema(spec, operation) ?? {};
  const wanted = new Map(parameters(spec, operation, 'query').map((one) => [one.name, one.schema]));
  const change = BODY_CHANGES[operationId] ?? ((body: JsonObject) => body);
  const changeQuery = QUERY_CHANGES[operationId] ?? ((query: JsonObject) => query);
  return (given) => {
    const clean = withoutBlankJids(cleanBody(given.body));
    const header = given.header ?? {};
    const newer = rename(header, HEADER_IN_QUERY[operationId] ?? {});
    const asked = changeQuery({ ...withoutBlankJids(given.query), ...newer });
    const named = { ...pick(clean, QUERY_IN_BODY[operationId] ?? []), ...pick(asked, [...wanted.keys()]) };
    const query = Object.fromEntries(
      Object.entries(named)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [name, fitTypes(value, wanted.get(name) ?? {}, spec)]),
    );
    const body = { ...pick(asked, BODY_IN_QUERY[operationId] ?? []), ...clean };
    return { path: given.path, query, header, body: fitTypes(change(body), schema, spec) };
  };
}
