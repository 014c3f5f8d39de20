import type { Bus } from '../events/bus.ts';
import type { LogGap, LogPage, LogPlace } from '../store/event-log.ts';
import { readLog } from '../store/event-log.ts';
import type { Db } from '../store/schema.ts';
import { readWholeLog } from '../store/whole-log.ts';
import { NotTaken, type Sink } from './sink.ts';

/** How many events of a follower are in memory, however slow its sink is. */
const PAGE = 20;

/** The part of the log that is followed. */
export interface FollowedLog {
  read(place: LogPlace): Promise<LogPage & { isOver: boolean }>;
  /** Whether events of this instance are in it. */
  has(instanceId: string): boolean;
}

/** One instance's events of the wire names that `types` tells at the time; undefined for all. */
export function logOfInstance(
  db: Db,
  instanceId: string,
  types: () => Promise<string[] | undefined>,
): FollowedLog {
  return {
    read: async (place) => readLog(db, instanceId, place, { limit: PAGE, types: await types() }),
    has: (id) => id === instanceId,
  };
}

/** The events of every instance. */
export function logOfAll(db: Db): FollowedLog {
  return {
    read: async (place) => ({ ...(await readWholeLog(db, place, PAGE)), isOver: false }),
    has: () => true,
  };
}

export interface FollowOptions {
  bus: Bus;
  log: FollowedLog;
  /** Behind which event to begin. */
  place: LogPlace;
  sink: Sink;
  /** Told where events of the log were pruned before they could be read; those behind the gap follow. */
  onGap(gap: LogGap): Promise<void>;
  /** Ends it. */
  signal: AbortSignal;
}

/**
 * Gives the sink the events behind a place in their order, none twice and none left out, then each new one as
 * it happens. It reads on only when the sink has taken what was read.
 *
 * @returns when no more can come, the sink takes no more, or the signal came
 */
export async function follow({ bus, log, place, sink, onGap, signal }: FollowOptions): Promise<void> {
  let news = Promise.withResolvers<void>();
  const wake = () => news.resolve();
  const unsubscribe = bus.subscribe(([first]) => {
    if (first && log.has(first.instance_id)) wake();
  });
  signal.addEventListener('abort', wake);
  try {
    for (let at = place; !signal.aborted; ) {
      // Before the log is read: what comes meanwhile is not waited for.
      news = Promise.withResolvers<void>();
      const page = await log.read(at);
      if (page.gap) await onGap(page.gap);
      for (const event of page.events) await sink.send(event, signal);
      at = page.next;
      if (page.isOver) return;
      if (!page.hasMore) await news.promise;
    }
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', wake);
  }
}
