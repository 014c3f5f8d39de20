import type { Clock } from '../../server/clock.ts';

/** A clock that stands still but when it is told to go on. */
export interface FakeClock extends Clock {
  advance(ms: number): void;
  /** Waits until somebody waits for just so long, and goes on by that. */
  pass(ms: number): Promise<void>;
}

export function createFakeClock(start = 1_741_064_767_000): FakeClock {
  const waiting = new Set<{ at: number; wake: () => void }>();
  const passing = new Set<() => void>();
  let now = start;
  const advance = (ms: number): void => {
    now += ms;
    for (const { at, wake } of [...waiting]) if (at <= now) wake();
  };
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(one);
          resolve();
        };
        const one = { at: now + ms, wake };
        waiting.add(one);
        if (signal.aborted) wake();
        signal.addEventListener('abort', wake, { once: true });
        for (const check of passing) check();
      }),
    advance,
    pass: (ms) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (![...waiting].some(({ at }) => at === now + ms)) return;
          passing.delete(check);
          advance(ms);
          resolve();
        };
        passing.add(check);
        check();
      }),
  };
}
