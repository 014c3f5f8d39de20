import type { Clock } from '../../../server/clock.ts';

/** A clock that stands still but when it is told to go on. */
export interface FakeClock extends Clock {
  advance(ms: number): void;
}

export function createFakeClock(): FakeClock {
  const waiting = new Set<{ at: number; wake: () => void }>();
  let now = 1_741_064_767_000;
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
      }),
    advance(ms) {
      now += ms;
      for (const { at, wake } of [...waiting]) if (at <= now) wake();
    },
  };
}
