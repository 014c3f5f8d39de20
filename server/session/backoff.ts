import type { Timing } from './timing.ts';

/** When to try again. */
export interface Backoff {
  /** Does it after a pause, which grows from attempt to attempt. */
  again(work: () => void): void;
  /** What was reached counts as reached, and the attempts from one again, if nothing happens for a while. */
  steady(): void;
  /** Something has happened: nothing is to be done later. */
  cancel(): void;
  /** Counts the attempts from one again. */
  reset(): void;
}

/** A connection that opens and breaks again and again counts as one that does not open. */
export function createBackoff({ pauseBefore, steadyMs }: Timing): Backoff {
  let attempts = 0;
  let timer: NodeJS.Timeout | undefined;
  const later = (work: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
  const reset = (): void => {
    attempts = 0;
  };
  return {
    again: (work) => later(work, pauseBefore(++attempts)),
    steady: () => later(reset, steadyMs),
    cancel: () => clearTimeout(timer),
    reset,
  };
}
