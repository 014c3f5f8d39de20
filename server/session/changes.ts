import { EventEmitter, once } from 'node:events';

/** Lets others wait for what changes. */
export interface Changes {
  /** Something has changed. */
  tell(): void;
  /** Waits until `ready` says so, asking again after each change; false if `timeoutMs` pass first. */
  until(ready: () => boolean, timeoutMs: number): Promise<boolean>;
}

export function createChanges(): Changes {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    tell: () => void emitter.emit('change'),
    async until(ready, timeoutMs) {
      const signal = AbortSignal.timeout(timeoutMs);
      while (!ready()) {
        const changed = await once(emitter, 'change', { signal }).catch(() => undefined);
        if (!changed) return false;
      }
      return true;
    },
  };
}
