import type { EventEmitter } from 'node:events';
import type { BinaryNode } from '@whiskeysockets/baileys';

/** WhatsApp confirms within a second. */
const PATIENCE_MS = 60_000;

/**
 * Waits for WhatsApp's word on each message that was sent, which Baileys does not. It ends with the connection:
 * what is not confirmed then goes out again on the next one.
 */
export interface Confirmations {
  /** To be called before the message leaves. */
  expect(id: string): void;
  /** Listens to WhatsApp's word, good or bad. */
  follow(socket: { ws: Pick<EventEmitter, 'on'> }): void;
}

/** @param missing gets the id of every message on which there was no word */
export function createConfirmations(missing: (id: string) => void): Confirmations {
  const waiting = new Map<string, NodeJS.Timeout>();
  let isOver = false;
  const settle = (id: string): void => {
    clearTimeout(waiting.get(id));
    waiting.delete(id);
  };
  const expire = (id: string): void => {
    waiting.delete(id);
    missing(id);
  };
  return {
    expect(id) {
      settle(id);
      if (!isOver) waiting.set(id, setTimeout(expire, PATIENCE_MS, id).unref());
    },
    follow({ ws }) {
      ws.on('CB:ack,class:message', ({ attrs }: BinaryNode) => settle(attrs.id ?? ''));
      ws.on('close', () => {
        isOver = true;
        for (const id of [...waiting.keys()]) settle(id);
      });
    },
  };
}
