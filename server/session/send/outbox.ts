import type { BinaryNode } from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { Recorder } from '../../events/record.ts';
import type { Logger } from '../../logger.ts';
import { deleteOutboxRow, findOutboxRow, type OutboxRow, outboxAfter } from '../../store/outbox.ts';
import type { Db } from '../../store/schema.ts';
import type { Owner } from '../announce.ts';
import type { Link } from '../link.ts';
import { contentOf, finish, obstacleOf } from './left-over.ts';
import type { SendQueue } from './queue.ts';
import { recordRefusal } from './refusal.ts';
import { isInterrupted, type Parcel, partsOf, relay } from './relay.ts';

/** Rows that are read at a time. */
const PAGE = 100;

/**
 * What is recorded and not acknowledged by WhatsApp yet. It goes out again, under its old id, whenever the
 * session opens: whether it had left when the connection or the process ended, nobody knows, and who has it
 * already ignores an id that they know.
 */
export interface Outbox {
  /**
   * Hands a recorded message to WhatsApp, a status to the first part of its audience. If the connection is lost
   * meanwhile, it goes out when there is one again; that is no error.
   *
   * @param onRefusal is written together with the refusal
   * @throws HttpError 400 with the reason when it was refused; that is recorded
   */
  send(
    owner: Owner,
    link: Link,
    parcel: Parcel,
    onRefusal?: (tx: Db, reason: string) => Promise<void>,
  ): Promise<void>;
  /** The session is open: sends what is left of earlier connections, oldest first. Nobody waits for it. */
  opened(owner: Owner, link: Link): void;
}

export interface OutboxOptions {
  db: Db;
  record: Recorder;
  logger: Logger;
  queue: SendQueue;
}

export function createOutbox({ db, record, logger, queue }: OutboxOptions): Outbox {
  /** What this process is at, by instance and message. */
  const underWay = new Set<string>();
  /** The newest connection of each instance. */
  const links = new Map<string, Link>();

  const inBackground = (owner: Owner, what: string, work: Promise<unknown>): void => {
    work.catch((error) => logger.error({ err: error, instance: owner.name }, what));
  };

  const send: Outbox['send'] = async (owner, link, parcel, onRefusal) => {
    const key = keyOf(owner, parcel.id);
    const [first, ...rest] = partsOf(parcel);
    underWay.add(key);
    try {
      await relay(link, parcel, first);
    } catch (error) {
      underWay.delete(key);
      if (!isInterrupted(error, link))
        throw badRequest(await recordRefusal(record, owner.id, parcel.id, error, onRefusal));
      return retry(owner, link, parcel.id);
    }
    if (!parcel.audience) underWay.delete(key);
    else inBackground(owner, 'a status was not recorded as sent', publish(owner, link, parcel, rest));
  };

  /** What some cannot be given, others may: it goes on to the last of them. */
  const publish = async (owner: Owner, link: Link, parcel: Parcel, parts: (string[] | undefined)[]) => {
    let failure: { error: unknown } | undefined;
    let interrupted = false;
    for (const part of parts) {
      await relay(link, parcel, part).catch((error) => {
        if (isInterrupted(error, link)) interrupted = true;
        else failure ??= { error };
      });
      if (interrupted) break;
    }
    underWay.delete(keyOf(owner, parcel.id));
    if (interrupted) retry(owner, link, parcel.id);
    else if (failure) await recordRefusal(record, owner.id, parcel.id, failure.error);
    else await finish(db, owner.id, parcel.id);
  };

  /** A connection that has opened meanwhile has left out what was still under way on the one before. */
  const retry = (owner: Owner, failed: Link, id: string): void => {
    const link = links.get(owner.id);
    if (!link || link === failed) return;
    const again = async (): Promise<void> => {
      const row = await findOutboxRow(db, owner.id, id);
      if (row) await resend(owner, link, row);
    };
    inBackground(owner, 'a message was not sent again', again());
  };

  const resend = async (owner: Owner, link: Link, row: OutboxRow): Promise<void> => {
    const { key_id: id, jid } = row;
    if (underWay.has(keyOf(owner, id))) return;
    const obstacle = obstacleOf(row, link);
    if (obstacle) return void (await recordRefusal(record, owner.id, id, obstacle));
    const content = await contentOf(db, owner.id, row);
    if (!content) return deleteOutboxRow(db, owner.id, id);
    underWay.add(keyOf(owner, id));
    const place = queue.enter(owner, undefined, Number.POSITIVE_INFINITY);
    try {
      await place.turn();
      const parcel = { id, jid, content, edit: row.edit ?? undefined };
      const nodes = row.nodes as BinaryNode[] | null;
      const more = { nodes: nodes ?? undefined, audience: row.audience ?? undefined };
      await send(owner, link, { ...parcel, ...more });
    } catch (error) {
      underWay.delete(keyOf(owner, id));
      logger.info({ err: error, instance: owner.name, id }, 'a message was not sent again');
    } finally {
      place.leave();
    }
  };

  const sendAll = async (owner: Owner, link: Link): Promise<void> => {
    const until = Date.now();
    for (let after: string | undefined = ''; after !== undefined; ) {
      const rows = await outboxAfter(db, owner.id, after, until, PAGE);
      for (const row of rows) {
        if (!link.socket.ws.isOpen) return;
        await resend(owner, link, row);
      }
      after = rows.length === PAGE ? rows.at(-1)?.id : undefined;
    }
  };

  return {
    send,
    opened(owner, link) {
      links.set(owner.id, link);
      link.socket.ws.once('close', () => {
        if (links.get(owner.id) === link) links.delete(owner.id);
      });
      inBackground(owner, 'what was left was not sent', sendAll(owner, link));
    },
  };
}

const keyOf = ({ id }: Owner, messageId: string): string => `${id} ${messageId}`;
