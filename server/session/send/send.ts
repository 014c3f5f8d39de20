import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type BinaryNode,
  generateMessageIDV2,
  generateWAMessageFromContent,
  type WAMessage,
  type WAMessageContent,
  type WAPresence,
} from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { MessageRecord, Quoted } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { before } from '../deadline.ts';
import { othersIn } from '../inbound/receipt.ts';
import type { Link } from '../link.ts';
import { quotedMessage } from '../quoted.ts';
import { recordSent, recordUnsent } from '../sent.ts';
import { isGroup } from '../translate/jid.ts';
import { toNewMessage } from '../translate/message.ts';
import { withMentions } from './mentions.ts';

/** What a recipient is shown while a message is being made. */
export type Activity = Extract<WAPresence, 'composing' | 'recording'>;

/** Who sends. */
export type Sender = Pick<Actor, 'deps' | 'owner'>;

/** A message on its way: what every send operation has in common. */
export interface Outgoing {
  /** Where it goes, as WhatsApp knows it. */
  jid: string;
  content: WAMessageContent;
  quoted?: Quoted | undefined;
  /** JIDs of those who are named in it. */
  mentions?: string[] | undefined;
  /** Milliseconds during which the recipient sees that something is being written or recorded. */
  delay?: number | undefined;
  activity?: Activity | undefined;
  /** Seconds after which messages disappear in the chat. */
  expiration?: number | undefined;
  /** What WhatsApp's servers are told beside the content. */
  nodes?: BinaryNode[] | undefined;
  /** Who sees it, of a status. */
  audience?: string[] | undefined;
  /** When the caller's time is up. */
  signal?: AbortSignal | undefined;
}

/**
 * Sends a message and returns it as the contract shows it. It is recorded before it leaves: a receipt always
 * finds it, and a retry can be answered from the first moment. If WhatsApp does not take it, its status says so.
 *
 * @throws HttpError 400 with the reason when it could not be sent, 504 when that is not known in time: its status
 *   will tell
 */
export async function send(actor: Sender, link: Link, outgoing: Outgoing): Promise<MessageRecord> {
  const { delay = 0, signal = AbortSignal.timeout(actor.deps.operationMs + delay) } = outgoing;
  if (delay) await act(link, outgoing.jid, outgoing.activity ?? 'composing', delay);
  const message = await compose(actor, link, outgoing);
  const record = await recordOutgoing(actor, link, message);
  const { id } = record.key;
  const relayed = relay(link, id, message.message ?? {}, outgoing).catch(async (error) => {
    throw badRequest(await recordRefusal(actor, id, error));
  });
  await before(signal, relayed);
  return record;
}

/** Hands an encrypted message to WhatsApp; the same one may go to several audiences. */
export async function relay(
  { socket, confirmations }: Link,
  messageId: string,
  content: WAMessageContent,
  { jid, nodes, audience }: Pick<Outgoing, 'jid' | 'nodes' | 'audience'>,
): Promise<void> {
  confirmations.expect(messageId);
  await socket.relayMessage(jid, content, {
    messageId,
    ...(nodes && { additionalNodes: nodes }),
    ...(audience && { statusJidList: audience }),
  });
}

async function act({ socket }: Link, jid: string, activity: Activity, delay: number): Promise<void> {
  await socket.presenceSubscribe(jid);
  await socket.sendPresenceUpdate(activity, jid);
  await pause(delay);
  await socket.sendPresenceUpdate('paused', jid);
}

async function compose({ deps, owner }: Sender, { me }: Link, outgoing: Outgoing): Promise<WAMessage> {
  const { jid, content, quoted, mentions = [], expiration } = outgoing;
  const userJid = me()?.id ?? '';
  const reply = await quotedMessage(deps.db, owner.id, jid, quoted);
  return generateWAMessageFromContent(jid, withSecret(withMentions(content, mentions)), {
    userJid,
    messageId: generateMessageIDV2(userJid),
    ...(reply && { quoted: reply }),
    ...(expiration && { ephemeralExpiration: expiration }),
  });
}

/** Votes are encrypted with it, and recipients report by it; a reaction has none (as Baileys does it). */
export function withSecret(content: WAMessageContent): WAMessageContent {
  if (content.reactionMessage) return content;
  return {
    ...content,
    messageContextInfo: { messageSecret: randomBytes(32), ...content.messageContextInfo },
  };
}

function recordOutgoing(
  { deps, owner }: Sender,
  { me, groups }: Link,
  message: WAMessage,
): Promise<MessageRecord> {
  const row = toNewMessage(message, {
    instanceId: owner.id,
    status: 'PENDING',
    pushName: me()?.name ?? null,
  });
  const { remote_jid } = row;
  const recipients = isGroup(remote_jid) ? othersIn(groups.size(remote_jid)) : undefined;
  return deps.record(owner.id, (tx) => recordSent(tx, { ...row, recipients: recipients ?? null }));
}

/** Records that a message was not sent, or not to everybody. Gives the reason. */
export async function recordRefusal(sender: Sender, id: string, error: unknown): Promise<string> {
  const reason = error instanceof Error ? `Error: ${error.message}` : String(error);
  await recordUnsent(sender, id, reason);
  return reason;
}
