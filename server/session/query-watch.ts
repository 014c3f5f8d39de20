import type { EventEmitter } from 'node:events';
import type { BinaryNode } from '@whiskeysockets/baileys';

/** What becomes of a socket's queries. */
export interface QueryWatch {
  /** Queries that wait for an answer. */
  pending(): number;
  /** Whether one of them has begun, since this was asked last, to wait for too long. */
  overdue(): boolean;
  /** How many in a row had to wait for too long. */
  unanswered(): number;
}

/** By this prefix and its id, Baileys listens for the answer to each query, as long as it waits for it. */
const AWAITED = 'TAG:';

/** Learns of queries when it is asked: to be asked more often than they time out. */
export function createQueryWatch(ws: EventEmitter, patienceMs: number): QueryWatch {
  const seen = new Map<string, { at: number; late: boolean }>();
  let unanswered = 0;
  ws.on('frame', (frame: BinaryNode) => {
    if (ws.listenerCount(AWAITED + frame.attrs?.id) > 0 && isTelling(frame)) unanswered = 0;
  });
  const awaited = (): string[] =>
    ws.eventNames().filter((name) => typeof name === 'string' && name.startsWith(AWAITED)) as string[];
  return {
    pending: () => awaited().length,
    unanswered: () => unanswered,
    overdue() {
      const now = Date.now();
      const names = awaited();
      for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name);
      for (const name of names) if (!seen.has(name)) seen.set(name, { at: now, late: false });
      const late = [...seen.values()].filter((query) => !query.late && now - query.at >= patienceMs);
      for (const query of late) query.late = true;
      unanswered += late.length;
      return late.length > 0;
    },
  };
}

/** An empty result may be the answer to a ping, which a server that answers nothing else gives as well. */
const isTelling = ({ attrs, content }: BinaryNode): boolean =>
  content !== undefined || attrs.type === 'error';
