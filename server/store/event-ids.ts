import { v7 as uuidv7, validate, version } from 'uuid';

/** What a UUIDv7 can count within a millisecond: 32 bits of it are a counter. */
const COUNTER_END = 2 ** 32;

export interface EventIds {
  /** A UUIDv7 that sorts after every one before it. */
  next(): string;
  /** From now on ids sort after this one too, whatever the clock says. */
  goOnAfter(id: string): void;
}

/** Ids whose order is that of the log: they follow the clock as long as it goes forward. */
export function createEventIds(now: () => number = Date.now): EventIds {
  let msecs = 0;
  let seq = 0;
  return {
    next() {
      const time = Math.max(now(), msecs);
      seq = time > msecs ? 0 : seq + 1;
      msecs = seq < COUNTER_END ? time : time + 1;
      seq %= COUNTER_END;
      return uuidv7({ msecs, seq });
    },
    goOnAfter(id) {
      msecs = Math.max(msecs, millisecondsOf(id) + 1);
    },
  };
}

/** The ids of this process. */
export const eventIds = createEventIds();

/** Whether it looks like one. */
export function isEventId(text: string): boolean {
  return validate(text) && version(text) === 7;
}

/** What sorts before every id that was made at this time or later; ms since the epoch. */
export function eventIdBound(time: number): string {
  const hex = Math.max(0, time).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

function millisecondsOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
