/**
 * Loaded into a gateway beside its own code (`--import`): answers the parent process with what it holds, after
 * a garbage collection. Needs `--expose-gc`.
 */
import { readdirSync } from 'node:fs';

/** What a process holds. */
export interface Holdings {
  /** Bytes of live objects. */
  heap: number;
  descriptors: number;
  timers: number;
  sockets: number;
}

process.on('message', () => {
  globalThis.gc?.();
  const resources = process.getActiveResourcesInfo();
  const count = (kind: string): number => resources.filter((resource) => resource.startsWith(kind)).length;
  const holdings: Holdings = {
    heap: process.memoryUsage().heapUsed,
    descriptors: readdirSync('/proc/self/fd').length,
    timers: count('Timeout'),
    sockets: count('TCP') + count('TLS'),
  };
  process.send?.(holdings);
});
