import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Changes, Values } from './cache.ts';

/**
 * Values on their way into the database, by place. Whoever reads gets them before they are committed, so that the
 * next operation on a Signal session need not wait for the commit of the last one; what must not happen before its
 * own commit, such as that a message leaves, waits for that.
 */
export interface StagedKeys {
  /** The values that exist: those that are staged, and of the other places what `read` gives. */
  over(places: string[], read: (places: string[]) => Promise<Values>): Promise<Values>;
  /** Stages the values until `commit` is done. It is to call `write` within its transaction. */
  during(values: Changes, commit: (write: Write) => Promise<void>): Promise<void>;
}

/** Runs `work` unless what the values build upon was not written. */
export type Write = (work: () => Promise<void>) => Promise<void>;

interface Entry {
  value: Uint8Array | null;
  /** What was staged at the place when this was. */
  follows: Entry | undefined;
  isWritten: boolean;
}

export function createStagedKeys(): StagedKeys {
  const staged = new Map<string, Entry>();
  const stage = (place: string, value: Uint8Array | null): Entry => {
    const entry = { value, follows: staged.get(place), isWritten: false };
    staged.set(place, entry);
    return entry;
  };
  return {
    async over(places, read) {
      const rest = staged.size === 0 ? places : places.filter((place) => !staged.has(place));
      const values = new Map<string, Uint8Array>();
      for (const place of places) {
        const value = staged.get(place)?.value;
        if (value) values.set(place, value);
      }
      if (rest.length === 0) return values;
      return new Map([...values, ...(await read(rest))]);
    },
    async during(values, commit) {
      const entries = new Map(Array.from(values, ([place, value]) => [place, stage(place, value)]));
      try {
        await commit((work) => writeInOrder([...entries.values()], work));
      } catch (error) {
        for (const entry of entries.values()) entry.isWritten = false;
        throw error;
      } finally {
        for (const [place, entry] of entries) if (staged.get(place) === entry) staged.delete(place);
      }
    },
  };
}

async function writeInOrder(entries: Entry[], work: () => Promise<void>): Promise<void> {
  if (entries.some(({ follows }) => follows)) await othersTurn(); // if that was not committed, it is known by then
  if (entries.some(({ follows }) => follows && !follows.isWritten))
    throw new Error('The keys that these build upon were not written');
  await work();
  for (const entry of entries) Object.assign(entry, { isWritten: true, follows: undefined });
}
