/** Runs actions in order, each `latency()` milliseconds after it was put in. */
export type Outbox = { put(action: () => void): void; clear(): void };

export function createOutbox(latency: () => number): Outbox {
  let waiting: { due: number; action: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    const time = Date.now();
    for (let next = waiting[0]; next && next.due <= time; next = waiting[0]) {
      waiting.shift();
      next.action();
    }
    const next = waiting[0];
    if (next) timer = setTimeout(flush, next.due - time);
  };
  return {
    put(action) {
      const delay = latency();
      if (delay === 0 && waiting.length === 0) return action();
      waiting.push({ due: Date.now() + delay, action });
      timer ??= setTimeout(flush, delay);
    },
    clear() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
