import { findInstanceByTokenHash } from '../store/instances.ts';
import type { Db } from '../store/schema.ts';
import { hashKey, isKey } from './keys.ts';

/** Who calls: the holder of the global key, or of one instance's token. */
export type Principal = { kind: 'global' } | { kind: 'instance'; instanceId: string; nameKey: string };

/** Tells whose key it is; undefined for a key that nobody holds. */
export type PrincipalOf = (key: string) => Promise<Principal | undefined>;

export function createPrincipalOf(db: Db, globalKeyHash: string): PrincipalOf {
  return async (key) => {
    if (isKey(key, globalKeyHash)) return { kind: 'global' };
    const instance = await findInstanceByTokenHash(db, hashKey(key));
    return instance && { kind: 'instance', instanceId: instance.id, nameKey: instance.name_key };
  };
}
