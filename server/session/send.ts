import { setTimeout as pause } from 'node:timers/promises';
import {
  type AnyMessageContent,
  generateMessageIDV2,
  generateWAMessage,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys';
import { badRequest } from '../errors.ts';
import type { MessageRecord, Quoted } from '../generated/index.ts';
import { setMessageStatus } from '../store/message-status.ts';
import { insertMessage } from '../store/messages.ts';
import { statusUpdate } from './inbound.ts';
import type { Link } from './link.ts';
import type { SessionDependencies } from './options.ts';
import { quotedMessage } from './quoted.ts';
import { toNewMessage, toRecord } from './translate/message.ts';

/** A message on its way: what every send operation has in common. */
export interface Outgoing {
  /** Where it goes, as WhatsApp knows it. */
  jid: string;
  content: AnyMessageContent;
  quoted?: Quoted | undefined;
  /** Milliseconds during which the recipient sees that something is being written. */
  delay?: number | undefined;
}

/**
 * Sends a message and returns it as the contract shows it. It is recorded before it leaves: a receipt always
 * finds it, and a retry can be answered from the first moment. If WhatsApp does not take it, its status says so.
 *
 * @throws HttpError 400 with the reason when it could not be sent
 */
export async function send(
  deps: SessionDependencies,
  instanceId: string,
  link: Link,
  outgoing: Outgoing,
): Promise<MessageRecord> {
  if (outgoing.delay) await compose(link.socket, outgoing.jid, outgoing.delay);
  const message = await generate(deps, instanceId, link, outgoing);
  const record = await recordOutgoing(deps, instanceId, link, message);
  try {
    await link.socket.relayMessage(outgoing.jid, message.message ?? {}, { messageId: record.key.id });
  } catch (error) {
    await recordFailure(deps, instanceId, record.key.id);
    throw badRequest(error instanceof Error ? `Error: ${error.message}` : String(error));
  }
  return record;
}

async function compose(socket: WASocket, jid: string, delay: number): Promise<void> {
  await socket.presenceSubscribe(jid);
  await socket.sendPresenceUpdate('composing', jid);
  await pause(delay);
  await socket.sendPresenceUpdate('paused', jid);
}

async function generate(
  { db, logger }: SessionDependencies,
  instanceId: string,
  { socket, me }: Link,
  { jid, content, quoted }: Outgoing,
): Promise<WAMessage> {
  const userJid = me()?.id ?? '';
  const reply = await quotedMessage(db, instanceId, jid, quoted);
  return generateWAMessage(jid, content, {
    userJid,
    logger,
    upload: socket.waUploadToServer,
    messageId: generateMessageIDV2(userJid),
    ...(reply && { quoted: reply }),
  });
}

function recordOutgoing(
  { record }: SessionDependencies,
  instanceId: string,
  { me }: Link,
  message: WAMessage,
): Promise<MessageRecord> {
  const row = toNewMessage(message, { instanceId, status: 'PENDING', pushName: me()?.name ?? null });
  const shown = toRecord(row);
  return record(instanceId, async (tx) => {
    await insertMessage(tx, row);
    return { result: shown, events: [{ type: 'send.message', data: shown }] };
  });
}

function recordFailure({ record }: SessionDependencies, instanceId: string, id: string): Promise<void> {
  return record(instanceId, async (tx) => {
    const failed = await setMessageStatus(tx, instanceId, { id, fromMe: true }, 'ERROR');
    return {
      result: undefined,
      events: failed ? [{ type: 'messages.update', data: statusUpdate(failed) }] : [],
    };
  });
}
