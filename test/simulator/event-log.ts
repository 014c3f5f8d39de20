const PATIENCE_MS = 15_000;

/** Things that happened, in order, and people who wait for one of them. */
export type EventLog<Entry> = {
  readonly entries: Entry[];
  add(entry: Entry): void;
  /**
   * Resolves with the first result of `pick` that is not undefined, for an entry there is or one to come.
   * @param after how many of the entries to leave out
   */
  find<Result>(what: string, pick: (entry: Entry) => Result | undefined, after?: number): Promise<Result>;
};

export function createLog<Entry>(): EventLog<Entry> {
  const entries: Entry[] = [];
  const waiting = new Set<() => void>();
  return {
    entries,
    add(entry) {
      entries.push(entry);
      for (const check of [...waiting]) check();
    },
    find<Result>(what: string, pick: (entry: Entry) => Result | undefined, after = 0) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      const timer = setTimeout(() => reject(new Error(`did not happen: ${what}`)), PATIENCE_MS);
      const check = () => {
        const found = entries
          .slice(after)
          .map(pick)
          .find((result) => result !== undefined);
        if (found !== undefined) resolve(found);
      };
      waiting.add(check);
      check();
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(check);
      });
    },
  };
}
