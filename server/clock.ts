import { setTimeout as pause } from 'node:timers/promises';

/** The time, where tests have one of their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, and at once when the signal comes. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  wait: (ms, signal) => pause(ms, undefined, { signal }).catch(() => {}), // the signal ends it as time does
};
