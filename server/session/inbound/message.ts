import { normalizeMessageContent, proto, type WAMessage } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import { insertMessage } from '../../store/message-insert.ts';
import type { NewMessage } from '../../store/schema.ts';
import { identified } from '../identity.ts';
import { typeOf } from '../translate/content.ts';
import { isGroup } from '../translate/jid.ts';
import { toNewMessage, toRecord } from '../translate/message.ts';
import { statusName } from '../translate/status.ts';
import { newChat } from './chats.ts';
import { recordAuthor } from './contacts.ts';
import { noteTimer, recordTimer } from './disappearing.ts';
import { recordChange } from './message-change.ts';
import { recordVote } from './poll-vote.ts';
import { othersIn } from './receipt.ts';
import { type Handle, isIgnored, type Scene } from './scene.ts';
import { recordStatus } from './status.ts';

const { EPHEMERAL_SETTING } = proto.Message.ProtocolMessage.Type;

/** Messages as Baileys has handled them: most are recorded already, when they were decrypted. */
export const onMessages: Handle<'messages.upsert'> = async (scene, { messages }) => {
  const events: NewEvent[] = [];
  for (const message of messages) events.push(...(await recordMessage(scene, message)));
  return events;
};

/** Records a message once, however often it comes. */
export async function recordMessage(scene: Scene, message: WAMessage): Promise<NewEvent[]> {
  if (!message.message || isIgnored(scene, message.key.remoteJid ?? '')) return [];
  const { protocolMessage } = normalizeMessageContent(message.message) ?? {};
  if (protocolMessage?.type === EPHEMERAL_SETTING) {
    const { remote_jid } = await rowOf(scene, message);
    return recordTimer(scene, remote_jid, protocolMessage.ephemeralExpiration ?? 0);
  }
  if (protocolMessage) return recordChange(scene, message, protocolMessage);
  if (!hasContent(message)) return [];
  const row = await rowOf(scene, message);
  const inserted = await insertMessage(scene.tx, row);
  if (!inserted) return recordAbsorbedStatus(scene, message);
  await noteTimer(scene, row.remote_jid, message);
  const vote = await recordVote(scene, message, row);
  const pollUpdates = vote?.pollUpdates;
  return [
    { type: 'messages.upsert', data: { ...toRecord(row), ...(pollUpdates && { pollUpdates }) } },
    ...(vote ? [{ type: 'messages.update', data: vote } as const] : []),
    ...newChat(inserted.chat),
    ...(await recordAuthor(scene, row)),
  ];
}

/** Key exchanges say nothing to a reader. */
export const hasContent = ({ message }: WAMessage): boolean => typeOf({ ...message }) !== 'unknown';

async function rowOf({ tx, instanceId, me, membersOf }: Scene, message: WAMessage): Promise<NewMessage> {
  const own = message.key.fromMe ?? false;
  const row = toNewMessage(message, {
    instanceId,
    status: own ? 'SERVER_ACK' : 'DELIVERY_ACK',
    pushName: (own ? me?.name : message.pushName) ?? null,
  });
  const [known = row] = await identified(tx, instanceId, [row]);
  if (!own || !isGroup(row.remote_jid)) return known;
  return { ...known, recipients: othersIn(membersOf(row.remote_jid)) ?? null };
}

/** Baileys puts a receipt that comes at once into the message itself (whatsapp-protocol 4.6). */
async function recordAbsorbedStatus(scene: Scene, { key, status }: WAMessage): Promise<NewEvent[]> {
  const name = statusName(status);
  if (!name || name === 'ERROR' || !key.id) return [];
  return recordStatus(scene, { id: key.id, fromMe: key.fromMe ?? undefined }, name);
}
