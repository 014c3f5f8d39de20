import { Worker } from 'node:worker_threads';

export interface Checkpoints {
  /** To be called with each commit. */
  committed(): void;
  end(): void;
}

/** About a thousand pages, as many as SQLite itself lets come together. */
const COMMITS = 50;

/** Small, for all it does is wait for the disk. */
const LIMITS = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

/**
 * Moves what was committed from the write-ahead log into the database file, in a thread of its own: it waits for
 * the disk, and in the thread that writes everybody would wait with it. The thread begins with the first need.
 */
export function createCheckpoints(file: string): Checkpoints {
  let worker: Worker | undefined;
  let commits = 0;
  return {
    committed() {
      commits += 1;
      if (commits < COMMITS) return;
      commits = 0;
      worker ??= start(file);
      worker.postMessage('go');
    },
    end: () => void worker?.terminate(),
  };
}

function start(file: string): Worker {
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: LIMITS,
  });
  worker.unref();
  worker.on('error', () => {}); // SQLite does it in the thread that writes, if it is not done
  return worker;
}
