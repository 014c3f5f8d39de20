import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Returns to the machine what starting left unused: 40 MB of 180. V8 does so by itself where memory is scarce,
 * not where a server idles. Takes some 90 ms in which nothing else runs.
 */
export function returnMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: NonNullable<typeof globalThis.gc> = runInNewContext('gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
