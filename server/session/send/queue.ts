import type { Clock } from '../../clock.ts';
import { HttpError, notConnected } from '../../errors.ts';
import type { Owner } from '../announce.ts';
import { before } from '../deadline.ts';

/** A send's place in the queue. */
export interface Place {
  /**
   * Resolves when it may go.
   *
   * @throws HttpError 429 when its turn comes too late, 400 when the instance's sends are cancelled
   */
  turn(): Promise<void>;
  /** Lets the next ones go; to be called whatever became of this one. */
  leave(): void;
}

/**
 * The order of an instance's sends: those to one chat go as they arrived, and no two are closer together than
 * the pace allows. Nobody is kept waiting for what cannot be in time.
 */
export interface SendQueue {
  /**
   * @param chat undefined for a send that keeps no order
   * @param until the last moment at which its turn is of use, by the clock
   * @throws HttpError 429 with the time after which there is room, when the turn would come later
   */
  enter(owner: Owner, chat: string | undefined, until: number): Place;
  /** Those who wait are told that the instance is not connected. */
  cancel(instanceId: string): void;
}

/** What one instance's sends share. */
interface Line {
  /** When the pace allows the next turn. */
  next: number;
  /** How many have a place and had no turn yet. */
  ahead: number;
  /** By chat: resolves when all who have a place have left it. */
  chats: Map<string, Promise<void>>;
  cancelled: AbortController;
}

/** @param everyMs from one turn of an instance to its next; 0 for no pace */
export function createSendQueue(clock: Clock, everyMs: number): SendQueue {
  const lines = new Map<string, Line>();
  const newLine = (): Line => ({ next: 0, ahead: 0, chats: new Map(), cancelled: new AbortController() });
  return {
    enter(owner, chat, until) {
      const line = lines.get(owner.id) ?? newLine();
      const expected = Math.max(clock.now(), line.next) + line.ahead * everyMs;
      if (expected > until) throw tooMany(expected - until, everyMs);
      lines.set(owner.id, line);
      const { promise: left, resolve: leave } = Promise.withResolvers<void>();
      const previous = chat === undefined ? undefined : follow(line, chat, left);
      let isWaiting = true;
      line.ahead += 1;
      const stopWaiting = (): void => {
        if (isWaiting) line.ahead -= 1;
        isWaiting = false;
      };
      return {
        async turn() {
          const { signal } = line.cancelled;
          await before(signal, previous ?? Promise.resolve(), () => notConnected(owner.name));
          if (!isWaiting) return; // whoever had this place has given up
          stopWaiting();
          const now = clock.now();
          const slot = Math.max(now, line.next);
          if (slot > until) throw tooMany(slot - until, everyMs);
          line.next = slot + everyMs;
          if (slot > now) await clock.wait(slot - now, signal);
          if (signal.aborted) throw notConnected(owner.name);
        },
        leave() {
          stopWaiting();
          leave();
        },
      };
    },
    cancel(instanceId) {
      lines.get(instanceId)?.cancelled.abort();
      lines.delete(instanceId);
    },
  };
}

/** Puts somebody at the end of the chat's line. Gives what they wait for. */
function follow({ chats }: Line, chat: string, left: Promise<void>): Promise<void> | undefined {
  const previous = chats.get(chat);
  const all = previous ? previous.then(() => left) : left;
  chats.set(chat, all);
  all.then(() => {
    if (chats.get(chat) === all) chats.delete(chat);
  });
  return previous;
}

function tooMany(lateMs: number, everyMs: number): HttpError {
  const seconds = Math.ceil(lateMs / 1_000);
  const pace = `This instance sends a message every ${everyMs / 1_000} s (SEND_RATE), and too many are waiting`;
  return new HttpError(429, [pace, `Try again in ${seconds} s`], { retryAfter: seconds });
}
