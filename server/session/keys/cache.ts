import { LRUCache } from 'lru-cache';

/**
 * What is known of places in the database, bounded over all instances: the bytes, or that there are none. It
 * never holds what is not committed, and a read never puts back what a write has replaced meanwhile.
 */
export interface KeyCache {
  /** The values that exist; `read` is asked for those that are not known. */
  through(places: string[], read: (places: string[]) => Promise<Values>): Promise<Values>;
  /**
   * Keeps the values once `write` is done, which commits them; if it fails, nothing is known of the places. Writes
   * of a place are committed in the order in which they began.
   */
  writing(values: Changes, write: () => Promise<void>): Promise<void>;
  /** Nothing is known any more of the places that begin so. */
  forget(prefix: string): void;
}

/** By place. */
export type Values = Map<string, Uint8Array>;
/** By place; null for what is deleted. */
export type Changes = Map<string, Uint8Array | null>;

/** There is nothing at the place. */
const ABSENT = new Uint8Array(0);

/** Bytes that an entry takes beside the value and its name, roughly. */
const OVERHEAD = 300;

export function createKeyCache(maxBytes: number): KeyCache {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: maxBytes,
    sizeCalculation: (value, place) => value.length + place.length + OVERHEAD,
  });
  /** Of each read under way, the places that nobody has written since it began. */
  const reads = new Set<Set<string>>();
  /** Of each place that is being written, the write that began last. */
  const writes = new Map<string, Changes>();
  const end = (place: string, own: Changes, value: Uint8Array | undefined): void => {
    const isLast = writes.get(place) === own;
    if (isLast) writes.delete(place);
    for (const places of reads) places.delete(place);
    if (value && isLast) kept.set(place, value);
    else kept.delete(place);
  };
  const readAndKeep = async (places: string[], read: () => Promise<Values>): Promise<Values> => {
    const untouched = new Set(places);
    reads.add(untouched);
    try {
      const values = await read();
      for (const place of untouched) kept.set(place, values.get(place) ?? ABSENT);
      return values;
    } finally {
      reads.delete(untouched);
    }
  };
  return {
    async through(places, read) {
      const values: Values = new Map();
      for (const place of places) {
        const value = kept.get(place);
        if (value) values.set(place, value);
      }
      const unknown = places.filter((place) => !values.has(place));
      const found = unknown.length > 0 ? await readAndKeep(unknown, () => read(unknown)) : [];
      return new Map([...values, ...found].filter(([, value]) => value !== ABSENT));
    },
    async writing(values, write) {
      for (const place of values.keys()) writes.set(place, values);
      let isCommitted = false;
      try {
        await write();
        isCommitted = true;
      } finally {
        for (const [place, value] of values) end(place, values, isCommitted ? (value ?? ABSENT) : undefined);
      }
    },
    forget(prefix) {
      for (const places of [...reads, kept]) forgetAll(places, prefix);
    },
  };
}

function forgetAll(places: Set<string> | LRUCache<string, Uint8Array>, prefix: string): void {
  for (const place of [...places.keys()]) if (place.startsWith(prefix)) places.delete(place);
}
