import {
  type AuthenticationCreds,
  BufferJSON,
  initAuthCreds,
  proto,
  type SignalDataSet,
  type SignalDataTypeMap,
  type SignalKeyStore,
} from '@whiskeysockets/baileys';
import { loadCredentials, saveCredentials } from '../store/credentials.ts';
import { type Identity, learnIdentities } from '../store/identities.ts';
import type { Db } from '../store/schema.ts';
import { getSignalKeys, setSignalKeys } from '../store/signal-keys.ts';

/** Runs `write` in a transaction, together with whatever else belongs to the same moment. */
export type Commit = (write: (tx: Db) => Promise<void>) => Promise<void>;

export interface AuthState {
  creds: AuthenticationCreds;
  keys: SignalKeyStore;
  /** Writes the credentials as they are now. */
  save(): Promise<void>;
}

/** Whether a phone has linked these credentials: `registered` and `me` may be set before it has. */
export const isLinked = (creds: AuthenticationCreds): boolean => creds.account !== undefined;

/** The credentials and Signal keys of an instance in the database; fresh ones where no phone has linked yet. */
export async function loadAuthState(db: Db, instanceId: string, commit: Commit): Promise<AuthState> {
  const stored = await loadCredentials(db, instanceId);
  const saved: AuthenticationCreds | undefined = stored && JSON.parse(stored, BufferJSON.reviver);
  const creds = saved && isLinked(saved) ? saved : initAuthCreds();
  return {
    creds,
    keys: signalKeyStore(db, instanceId, commit),
    save: () => saveCredentials(db, instanceId, JSON.stringify(creds, BufferJSON.replacer), isLinked(creds)),
  };
}

function signalKeyStore(db: Db, instanceId: string, commit: Commit): SignalKeyStore {
  return {
    async get(type, ids) {
      const rows = await getSignalKeys(db, instanceId, type, ids);
      return Object.fromEntries(Object.entries(rows).map(([id, value]) => [id, revive(type, value)]));
    },
    set: (data) =>
      commit(async (tx) => {
        await setSignalKeys(tx, instanceId, serialise(data));
        await learnIdentities(tx, instanceId, identitiesIn(data['lid-mapping'] ?? {}));
      }),
  };
}

function revive<T extends keyof SignalDataTypeMap>(type: T, text: string): SignalDataTypeMap[T] {
  const value = JSON.parse(text, BufferJSON.reviver);
  const isAppStateKey = type === 'app-state-sync-key';
  return (
    isAppStateKey ? proto.Message.AppStateSyncKeyData.fromObject(value) : value
  ) as SignalDataTypeMap[T];
}

function serialise(data: SignalDataSet): Record<string, Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(data).map(([type, entries]) => [type, serialiseEntries(entries ?? {})]),
  );
}

function serialiseEntries(entries: Record<string, unknown>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(entries).map(([id, value]) => [
      id,
      value == null ? null : JSON.stringify(value, BufferJSON.replacer),
    ]),
  );
}

/** Whatever tells Baileys who is who ends up here: it keeps each pair under the number and under the LID. */
function identitiesIn(mappings: Record<string, string | null>): Identity[] {
  return Object.entries(mappings).flatMap(([key, user]) =>
    user === null || key.endsWith(REVERSE) ? [] : [{ lid: `${user}@lid`, pn: `${key}@s.whatsapp.net` }],
  );
}

const REVERSE = '_reverse';
