import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { eventIdBound } from '../store/event-ids.ts';
import { logBytes, pruneBatch } from '../store/event-pruning.ts';
import type { Db } from '../store/schema.ts';

const EVERY_MS = 60_000;
/** Between two batches, in which everybody else has their turn. */
const PAUSE_MS = 10;

/** How long events are kept, and how much of them; undefined: without a limit. */
export interface Retention {
  maxAgeMs: number | undefined;
  /** Of the JSON of all events. */
  maxBytes: number | undefined;
}

export interface RetentionOptions extends Retention {
  db: Db;
  clock: Clock;
  logger: Logger;
}

export interface Pruner {
  start(): void;
  /** Resolves when the batch under way has ended. */
  stop(): Promise<void>;
}

/**
 * Removes the events that are older than they may be and, while the log is too large, the oldest ones: every
 * minute, in small batches. What is still to be delivered stays, with all that is later of its instance.
 */
export function createPruner(options: RetentionOptions): Pruner {
  const { clock, logger } = options;
  const stopping = new AbortController();
  let running = Promise.resolve();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await prune(options, stopping.signal).catch((error) =>
        logger.error({ err: error }, 'events not pruned'),
      );
      await clock.wait(EVERY_MS, stopping.signal);
    }
  };
  return {
    start() {
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Removes all that is to go now. */
export async function prune(options: RetentionOptions, signal: AbortSignal): Promise<void> {
  const { db, clock, maxAgeMs, maxBytes } = options;
  const held = new Set<string>();
  const before = maxAgeMs === undefined ? '' : eventIdBound(clock.now() - maxAgeMs);
  for (let after: string | undefined = ''; after !== undefined && !signal.aborted; ) {
    const excess = maxBytes === undefined ? 0 : (await logBytes(db)) - maxBytes;
    after = await pruneBatch(db, { after, before, excess, held });
    if (after !== undefined) await clock.wait(PAUSE_MS, signal);
  }
}
