import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignalRepositoryWithLIDStore } from '@whiskeysockets/baileys';

/** Where Baileys 7.0.0-rc14 remembers who is who; it does not say so in its types. */
interface LidMemory {
  mappingCache: { set(key: string, value: string): unknown };
}

/**
 * Lets Baileys remember who is who without keeping more. It sets a timer of three days with each name, and a
 * timer keeps what the transaction knew in which it was set: every Signal session that was read or written in it.
 */
export function rememberAlone({ lidMapping }: SignalRepositoryWithLIDStore): void {
  const outside = AsyncLocalStorage.snapshot();
  const { mappingCache } = lidMapping as unknown as LidMemory;
  const set = mappingCache.set.bind(mappingCache);
  mappingCache.set = (key, value) => outside(() => set(key, value));
}
