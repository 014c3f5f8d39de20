import { type AuthenticationCreds, initAuthCreds, type SignalKeyStore } from '@whiskeysockets/baileys';
import type { Vault } from '../secrets/vault.ts';
import { deleteCredentials, loadCredentials, saveCredentials } from '../store/credentials.ts';
import { placeOf } from '../store/places.ts';
import type { Db } from '../store/schema.ts';
import { createKeyCache } from './keys/cache.ts';
import { decodeCredentials, encodeCredentials } from './keys/credentials-codec.ts';
import { createKeyStore } from './keys/key-store.ts';
import { type Commit, createSealedKeys } from './keys/sealed-keys.ts';

export interface AuthState {
  creds: AuthenticationCreds;
  keys: SignalKeyStore;
  /** Writes the credentials as they are now. */
  save(): Promise<void>;
}

/** The credentials and Signal keys of all instances: encrypted in the database. */
export interface AuthStates {
  /** Those of an instance; fresh ones, and no keys, where no phone has linked yet. */
  load(instanceId: string, commit: Commit): Promise<AuthState>;
}

/** Whether a phone has linked these credentials: `registered` and `me` may be set before it has. */
export const isLinked = (creds: AuthenticationCreds): boolean => creds.account !== undefined;

/** Keys that are kept in memory, over all instances; about 1.5 kB for each person or group written with. */
const CACHE_BYTES = 32 * 1024 ** 2;

export function createAuthStates(db: Db, vault: Vault): AuthStates {
  const keys = createSealedKeys(db, vault, createKeyCache(CACHE_BYTES));
  const loadLinked = async (instanceId: string): Promise<AuthenticationCreds | undefined> => {
    const sealed = await loadCredentials(db, instanceId);
    if (!sealed) return undefined;
    const creds = decodeCredentials(vault.open(sealed, placeOf.credentials(instanceId)));
    return isLinked(creds) ? creds : undefined;
  };
  const fresh = async (instanceId: string): Promise<AuthenticationCreds> => {
    await deleteCredentials(db, instanceId);
    keys.forget(instanceId);
    return initAuthCreds();
  };
  return {
    async load(instanceId, commit) {
      const creds = (await loadLinked(instanceId)) ?? (await fresh(instanceId));
      const save = (): Promise<void> => {
        const sealed = vault.seal(encodeCredentials(creds), placeOf.credentials(instanceId));
        return saveCredentials(db, instanceId, sealed, isLinked(creds));
      };
      return { creds, keys: createKeyStore(keys, instanceId, commit), save };
    },
  };
}
