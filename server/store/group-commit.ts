import { setImmediate as turn } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import type { Db } from './schema.ts';

/** Runs `work` in a transaction: all of what it writes or nothing, kept when the promise is fulfilled. */
export type Transact = <T>(work: (tx: Db) => Promise<T>) => Promise<T>;

/** A transaction that takes part in a commit. */
interface Part {
  run(tx: Db): Promise<void>;
  /** The commit that keeps what it has written is done. */
  keep(): void;
  refuse(error: unknown): void;
}

/** A commit waits for others no longer than this: whoever reads waits for it. */
const LONGEST_MS = 10;

/**
 * Lets transactions that come in the same turn of the event loop share one commit: under load it costs more than
 * what is written, for the pages of most tables are written by each of them. Each is still all or nothing, by a
 * savepoint: one that fails takes nothing of the others with it.
 */
export function createGroupCommit(db: Db): Transact {
  const waiting: Part[] = [];
  let isRunning = false;

  async function runAll(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) await commitTogether(db, waiting);
    isRunning = false;
  }

  return (work) =>
    new Promise((resolve, refuse) => {
      let result: Awaited<ReturnType<typeof work>>;
      const run = async (tx: Db): Promise<void> => {
        result = await work(tx);
      };
      waiting.push({ run, refuse, keep: () => resolve(result) });
      if (!isRunning) void runAll();
    });
}

/** Takes those who wait, and those who come meanwhile. */
async function commitTogether(db: Db, waiting: Part[]): Promise<void> {
  const ran: Part[] = [];
  try {
    await db.transaction().execute((tx) => runTogether(tx, waiting, ran));
    for (const part of ran) part.keep();
  } catch (error) {
    const failed = ran.length > 0 ? ran : waiting.splice(0); // it did not even begin
    for (const part of failed) part.refuse(error);
    await turn(); // who builds upon what was not kept hears of it first
  }
}

async function runTogether(tx: Db, waiting: Part[], ran: Part[]): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  do {
    for (let part = waiting.shift(); part; part = waiting.shift()) await runPart(tx, part, ran);
    await turn();
  } while (waiting.length > 0 && performance.now() < end);
}

/** @throws what the first throws, for it has no savepoint, and what leaves the transaction in doubt */
async function runPart(tx: Db, part: Part, ran: Part[]): Promise<void> {
  const isFirst = ran.length === 0;
  if (!isFirst) await tx.executeQuery(SAVE);
  ran.push(part);
  try {
    await part.run(tx);
  } catch (error) {
    if (isFirst) throw error;
    await tx.executeQuery(UNDO);
    ran.pop();
    part.refuse(error);
    await turn();
  }
  if (!isFirst) await tx.executeQuery(RELEASE);
}

const SAVE = CompiledQuery.raw('savepoint part');
const UNDO = CompiledQuery.raw('rollback to savepoint part');
const RELEASE = CompiledQuery.raw('release savepoint part');
