import { proto, type WAMessageKey } from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { NewEvent } from '../../events/types.ts';
import type {
  DeleteMessageForEveryoneBody,
  MessageDeleteData,
  MessageRecord,
} from '../../generated/index.ts';
import type { MessageRecord as StoredMessage } from '../../store/schema.ts';
import type { Actor } from '../actor.ts';
import { ask } from '../ask.ts';
import { recordDeletion } from '../inbound/message-change.ts';
import { isGroup } from '../translate/jid.ts';
import { toKey } from '../translate/key.ts';
import { CHANGE, relayChange, toSentRecord } from './protocol-message.ts';
import { findReferred, givenKey, shownKey, wireKey } from './stored-key.ts';

/** Takes a message back from all who got it. Gives the message that does it. */
export function deleteForEveryone(actor: Actor, body: DeleteMessageForEveryoneBody): Promise<MessageRecord> {
  return ask(actor, 'Error while deleting message for everyone', async (link) => {
    const stored = await findReferred(actor, body);
    const key = revocable(stored ? revokedKey(stored) : givenKey(body));
    const change = key.fromMe ? CHANGE.revokeOwn : CHANGE.revokeAsAdmin;
    const revoke = { key, type: proto.Message.ProtocolMessage.Type.REVOKE };
    const sent = await relayChange(actor, link, key.remoteJid ?? '', revoke, change);
    await tellDeletion(actor, stored, key);
    return toSentRecord(actor, link, sent);
  });
}

/** In a group the author is named as the group names its members. */
function revokedKey(stored: StoredMessage): WAMessageKey {
  const { participant } = wireKey(stored);
  return { ...shownKey(stored), ...(participant && { participant }) };
}

/**
 * The key as WhatsApp wants it: the author is named where it is another than the one who deletes.
 *
 * @throws HttpError 400 for what this account may not delete, or cannot name
 */
function revocable({ participant, ...key }: WAMessageKey): WAMessageKey {
  if (key.fromMe) return key;
  if (!isGroup(key.remoteJid ?? '')) {
    throw badRequest('Error while deleting message for everyone', 'Only its author can delete this message');
  }
  if (!participant) throw badRequest(`The message "${key.id}" is not stored here: say its "participant"`);
  return { ...key, participant };
}

function tellDeletion(
  { deps, owner }: Actor,
  stored: StoredMessage | undefined,
  key: WAMessageKey,
): Promise<void> {
  return deps.record(owner.id, async (tx) => {
    if (!stored) return { result: undefined, events: [deletion(unknownDeleted(key, owner.id))] };
    const data = await recordDeletion({ tx, instanceId: owner.id }, stored);
    return { result: undefined, events: data ? [deletion(data)] : [] };
  });
}

const deletion = (data: MessageDeleteData): NewEvent => ({ type: 'messages.delete', data });

function unknownDeleted(wanted: WAMessageKey, instanceId: string): MessageDeleteData {
  const key = toKey(wanted);
  const { id, fromMe, remoteJid, participant } = key;
  return { id, fromMe, remoteJid, ...(participant && { participant }), key, status: 'DELETED', instanceId };
}
