import { setTimeout as pause } from 'node:timers/promises';
import type { BinaryNode, WAMessage, WAMessageContent, WAPresence } from '@whiskeysockets/baileys';
import { type HttpError, timedOut } from '../../errors.ts';
import type { MessageRecord, Quoted } from '../../generated/index.ts';
import { insertOutboxRow } from '../../store/outbox.ts';
import type { Db } from '../../store/schema.ts';
import type { Actor } from '../actor.ts';
import { before } from '../deadline.ts';
import { othersIn } from '../inbound/receipt.ts';
import type { Link } from '../link.ts';
import { recordSent } from '../sent.ts';
import { isGroup, withoutDevice } from '../translate/jid.ts';
import { toNewMessage } from '../translate/message.ts';
import { keepAnswer, keepRefusal } from './attempt.ts';
import { compose } from './compose.ts';
import type { Place } from './queue.ts';
import type { Parcel } from './relay.ts';

/** What a recipient is shown while a message is being made. */
export type Activity = Extract<WAPresence, 'composing' | 'recording'>;

/** Who sends. */
export type Sender = Pick<Actor, 'deps' | 'owner' | 'attempt'>;

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
  /** Its place in the queue, if it has one already. */
  place?: Place | undefined;
}

/**
 * Sends a message and returns it as the contract shows it. It is recorded before it leaves: a receipt always
 * finds it, and a retry can be answered from the first moment. From then on it is the outbox's: if the
 * connection is lost, or WhatsApp does not answer in time, it is PENDING, which is the truth, and goes out when
 * it can. An instance that is not connected to begin with has nothing recorded, and is refused (wire-contract
 * 1.3). If WhatsApp does not take the message, its status says so.
 *
 * @throws HttpError 400 with the reason when it could not be sent, 422 for an id that is taken, 429 when too many
 *   wait before it, 504 when its turn did not come in time; nothing is sent then
 */
export async function send(sender: Sender, link: Link, outgoing: Outgoing): Promise<MessageRecord> {
  const { deps } = sender;
  const { delay = 0, jid, signal = AbortSignal.timeout(deps.operationMs + delay) } = outgoing;
  const place = outgoing.place ?? enter(sender, delay ? undefined : jid, delay);
  try {
    if (delay) await act(link, jid, outgoing.activity ?? 'composing', delay);
    await before(signal, place.turn());
    const message = await compose(sender, link, outgoing);
    const record = await recordOutgoing(sender, link, message, outgoing);
    const parcel = { ...outgoing, id: record.key.id, content: message.message ?? {} };
    const sent = handOver(sender, link, parcel, signal);
    place.leave(); // Baileys keeps the order of what it was given
    await sent;
    return record;
  } finally {
    place.leave();
  }
}

/** A place among the instance's sends. @param chat undefined for one that keeps no order */
export function enter({ deps, owner }: Sender, chat: string | undefined, delay = 0): Place {
  return deps.queue.enter(owner, chat, deps.clock.now() + deps.operationMs + delay);
}

/** Until the caller's time is up, a refusal is the caller's answer. */
async function handOver(
  { deps, owner, attempt }: Sender,
  link: Link,
  parcel: Parcel,
  signal: AbortSignal,
): Promise<void> {
  let late: HttpError | undefined; // made when it is needed: an error costs a stack trace
  const beLate = (): HttpError => {
    late = timedOut('WhatsApp did not answer in time');
    return late;
  };
  const onRefusal = async (tx: Db, reason: string): Promise<void> => {
    if (!signal.aborted) await keepRefusal(tx, attempt, reason);
  };
  const sent = deps.outbox.send(owner, link, parcel, onRefusal);
  await before(signal, sent, beLate).catch((error) => {
    if (error !== late) throw error;
  });
}

async function act({ socket }: Link, jid: string, activity: Activity, delay: number): Promise<void> {
  await socket.presenceSubscribe(jid);
  await socket.sendPresenceUpdate(activity, jid);
  await pause(delay);
  await socket.sendPresenceUpdate('paused', jid);
}

/** The message, what is to be done with it, and what its caller will be answered: all or nothing. */
function recordOutgoing(
  { deps, owner, attempt }: Sender,
  { me, groups }: Link,
  message: WAMessage,
  { jid, nodes, audience }: Outgoing,
): Promise<MessageRecord> {
  const account = me();
  const row = toNewMessage(message, {
    instanceId: owner.id,
    status: 'PENDING',
    pushName: account?.name ?? null,
  });
  const recipients = isGroup(jid) ? othersIn(groups.size(jid)) : undefined;
  return deps.record(owner.id, async (tx) => {
    const sent = await recordSent(tx, { ...row, recipients: recipients ?? null });
    await insertOutboxRow(tx, {
      ...{ instance_id: owner.id, key_id: row.key_id, sender: withoutDevice(account?.id ?? ''), jid },
      ...{ edit: null, nodes: nodes ?? null, audience: audience ?? null, unfinished: audience ? 1 : 0 },
    });
    await keepAnswer(tx, attempt, sent.result);
    return sent;
  });
}
