import { LRUCache } from 'lru-cache';
import type { Db, SettingRow } from '../store/schema.ts';
import { findSettings, insertSettings } from '../store/settings.ts';

const REMEMBERED = 10_000;

/** The settings of every instance, at hand without a query. Not to be asked for within a transaction. */
export interface SessionSettings {
  of(instanceId: string): Promise<SettingRow>;
  /** To be called whenever the instance's settings were changed: they are read anew. */
  forget(instanceId: string): void;
}

export function createSettings(db: Db): SessionSettings {
  const known = new LRUCache<string, Promise<SettingRow>>({ max: REMEMBERED });
  const read = async (instanceId: string): Promise<SettingRow> =>
    (await findSettings(db, instanceId)) ?? (await insertSettings(db, instanceId, {}));
  return {
    forget: (instanceId) => void known.delete(instanceId),
    of(instanceId) {
      const remembered = known.get(instanceId);
      if (remembered) return remembered;
      const reading = read(instanceId);
      known.set(instanceId, reading);
      reading.catch(() => known.delete(instanceId)); // whoever asks next tries again
      return reading;
    },
  };
}
