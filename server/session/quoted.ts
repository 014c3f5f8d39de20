import { proto, type WAMessage } from '@whiskeysockets/baileys';
import type { Quoted } from '../generated/index.ts';
import { findMessageByKey, findMessageProto } from '../store/messages.ts';
import type { Db } from '../store/schema.ts';

/**
 * The message that a send replies to: as the caller gave it, or as it is stored here. An id that nobody knows
 * gives none: the message then goes out without a quote (wire-contract 2.3).
 *
 * @param chat the JID that the reply goes to
 */
export async function quotedMessage(
  db: Db,
  instanceId: string,
  chat: string,
  quoted: Quoted | undefined,
): Promise<WAMessage | undefined> {
  if (!quoted) return undefined;
  const { key, message } = quoted;
  if (message) {
    const given = { remoteJid: key.remoteJid ?? chat, fromMe: key.fromMe ?? false, id: key.id };
    const participant = key.participant ? { participant: key.participant } : {};
    return { key: { ...given, ...participant }, message: proto.Message.fromObject(message) } as WAMessage;
  }
  return storedMessage(db, instanceId, key.id);
}

/** The newest message of an id, if it is stored here. */
export async function storedMessage(db: Db, instanceId: string, id: string): Promise<WAMessage | undefined> {
  const row = await findMessageByKey(db, instanceId, { id });
  const bytes = row && (await findMessageProto(db, instanceId, { id, remoteJid: row.remote_jid }));
  if (!row || !bytes) return undefined;
  const participant = row.participant ? { participant: row.participant } : {};
  const key = { remoteJid: row.remote_jid, fromMe: row.from_me === 1, id, ...participant };
  return { key, message: proto.Message.decode(bytes) } as WAMessage;
}
