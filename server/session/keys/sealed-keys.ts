import type { Vault } from '../../secrets/vault.ts';
import { placeOf } from '../../store/places.ts';
import type { Db } from '../../store/schema.ts';
import { getSignalKeys, type SignalKeyChange, setSignalKeys } from '../../store/signal-keys.ts';
import type { Changes, KeyCache, Values } from './cache.ts';
import { createStagedKeys } from './staged.ts';

/**
 * Runs `write` in a transaction, together with what else belongs to the same moment; done when it is committed.
 * Transactions run in the order in which they are asked for.
 */
export type Commit = (write: (tx: Db) => Promise<void>) => Promise<void>;

/** The Signal keys of all instances: encrypted in the database, those in use in the cache too. */
export interface SealedKeys {
  /** The keys that exist, by id. */
  read(instanceId: string, type: string, ids: string[]): Promise<Map<string, Uint8Array>>;
  /** The changes are read from the moment of the call. */
  write(instanceId: string, changes: SignalKeyChange[], commit: Commit): Promise<void>;
  /** To be called when the instance's keys were deleted behind its back. */
  forget(instanceId: string): void;
}

/** Each is used once, and an account has 812 of them. */
const isKept = (type: string): boolean => type !== 'pre-key';

export function createSealedKeys(db: Db, vault: Vault, cache: KeyCache): SealedKeys {
  const staged = createStagedKeys();
  return {
    async read(instanceId, type, ids) {
      const placed = placeOf.signalKey(instanceId, type, '');
      const idAt = (place: string): string => place.slice(placed.length);
      const readStored = async (places: string[]): Promise<Values> => {
        const rows = await getSignalKeys(db, instanceId, type, places.map(idAt));
        return new Map([...rows].map(([id, sealed]) => [placed + id, vault.open(sealed, placed + id)]));
      };
      const places = ids.map((id) => placed + id);
      const found = await staged.over(places, (rest) =>
        isKept(type) ? cache.through(rest, readStored) : readStored(rest),
      );
      return new Map([...found].map(([place, value]) => [idAt(place), value]));
    },
    async write(instanceId, changes, commit) {
      const placeAt = ({ type, id }: SignalKeyChange): string => placeOf.signalKey(instanceId, type, id);
      const valuesOf = (some: SignalKeyChange[]): Changes =>
        new Map(some.map((change) => [placeAt(change), change.value]));
      const sealed = changes.map((change) => ({
        ...change,
        value: change.value && vault.seal(change.value, placeAt(change)),
      }));
      const kept = changes.filter(({ type }) => isKept(type));
      await staged.during(valuesOf(changes), (inOrder) =>
        cache.writing(valuesOf(kept), () =>
          commit((tx) => inOrder(() => setSignalKeys(tx, instanceId, sealed))),
        ),
      );
    },
    forget: (instanceId) => cache.forget(placeOf.signalKeys(instanceId)),
  };
}
