import type { SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys';

const MEMORY = 'sender-key-memory';

type Memory = SignalDataTypeMap[typeof MEMORY];

/**
 * The same keys, in which nothing is written of who has a group's key as long as nobody else has got it. Baileys
 * 7.0.0-rc14 writes that anew with each message to the group: 6 kB with 250 members, and a transaction for nothing
 * else. What it has read it only adds to; what somebody has to get again it deletes.
 */
export function keepingMemory(keys: SignalKeyStore): SignalKeyStore {
  const sizes = new WeakMap<Memory, number>();
  const isAsRead = (memory: Memory | null): boolean =>
    memory !== null && sizes.get(memory) === Object.keys(memory).length;
  return {
    ...keys,
    async get(type, ids) {
      const found = await keys.get(type, ids);
      if (type !== MEMORY) return found;
      for (const memory of Object.values(found) as Memory[]) sizes.set(memory, Object.keys(memory).length);
      return found;
    },
    async set({ [MEMORY]: memories = {}, ...others }) {
      const changed = Object.entries(memories).filter(([, memory]) => !isAsRead(memory));
      const data = { ...others, ...(changed.length > 0 && { [MEMORY]: Object.fromEntries(changed) }) };
      if (Object.keys(data).length > 0) await keys.set(data);
    },
  };
}
