import type { SignalDataSet, SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys';

type Type = keyof SignalDataTypeMap;

/** A Signal key store in memory. */
export function createKeyStore(): SignalKeyStore {
  const entries = new Map<string, unknown>();
  return {
    get<T extends Type>(type: T, ids: string[]) {
      const found: { [id: string]: SignalDataTypeMap[T] } = {};
      for (const id of ids) {
        const value = entries.get(`${type} ${id}`);
        if (value !== undefined) found[id] = value as SignalDataTypeMap[T];
      }
      return found;
    },
    set(data: SignalDataSet) {
      for (const [type, values] of Object.entries(data)) {
        for (const [id, value] of Object.entries(values)) {
          if (value === null) entries.delete(`${type} ${id}`);
          else entries.set(`${type} ${id}`, value);
        }
      }
    },
  };
}
