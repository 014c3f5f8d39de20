import type { SignalDataSet, SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys';
import { type Identity, learnIdentities } from '../../store/identities.ts';
import type { SignalKeyChange } from '../../store/signal-keys.ts';
import { decodeKey, encodeKey } from './codec.ts';
import type { Commit, SealedKeys } from './sealed-keys.ts';

/** An instance's Signal keys as Baileys asks for them. Who is who is learnt in the transaction that tells it. */
export function createKeyStore(keys: SealedKeys, instanceId: string, commit: Commit): SignalKeyStore {
  return {
    async get(type, ids) {
      const found = await keys.read(instanceId, type, ids);
      const decoded: Record<string, SignalDataTypeMap[typeof type]> = {};
      for (const [id, bytes] of found) decoded[id] = decodeKey(type, bytes);
      return decoded;
    },
    set: (data) =>
      keys.write(instanceId, changesIn(data), (write) =>
        commit(async (tx) => {
          await write(tx);
          await learnIdentities(tx, instanceId, identitiesIn(data['lid-mapping'] ?? {}));
        }),
      ),
  };
}

function changesIn(data: SignalDataSet): SignalKeyChange[] {
  return Object.entries(data).flatMap(([type, values]) =>
    Object.entries<unknown>(values ?? {}).map(([id, value]) => ({
      ...{ type, id },
      value: value == null ? null : encodeKey(type, value),
    })),
  );
}

/** Whatever tells Baileys who is who ends up here: it keeps each pair under the number and under the LID. */
function identitiesIn(mappings: Record<string, string | null>): Identity[] {
  return Object.entries(mappings).flatMap(([key, user]) =>
    user === null || key.endsWith(REVERSE) ? [] : [{ lid: `${user}@lid`, pn: `${key}@s.whatsapp.net` }],
  );
}

const REVERSE = '_reverse';
