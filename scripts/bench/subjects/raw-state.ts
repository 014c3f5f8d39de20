import { readFileSync, writeFileSync } from 'node:fs';
import {
  type AuthenticationCreds,
  type AuthenticationState,
  BufferJSON,
  initAuthCreds,
  type SignalDataSet,
  type SignalDataTypeMap,
} from '@whiskeysockets/baileys';

type Entries = Record<string, unknown>;

/** The state of an account, in memory. */
export interface RawState extends AuthenticationState {
  entries: Entries;
}

export function createRawState(
  creds: AuthenticationCreds = initAuthCreds(),
  entries: Entries = {},
): RawState {
  return {
    ...{ creds, entries },
    keys: {
      get: <T extends keyof SignalDataTypeMap>(type: T, ids: string[]) =>
        Object.fromEntries(
          ids.flatMap((id) => (entries[`${type} ${id}`] ? [[id, entries[`${type} ${id}`]]] : [])),
        ) as { [id: string]: SignalDataTypeMap[T] },
      set(data: SignalDataSet) {
        for (const [type, values] of Object.entries(data)) {
          for (const [id, value] of Object.entries(values)) {
            if (value === null) delete entries[`${type} ${id}`];
            else entries[`${type} ${id}`] = value;
          }
        }
      },
    },
  };
}

/** Keeps the states of all accounts, by number, over the end of the process. */
export function saveStates(file: string, states: [string, RawState][]): void {
  const plain = states.map(([number, { creds, entries }]) => [number, creds, entries]);
  writeFileSync(file, JSON.stringify(plain, BufferJSON.replacer));
}

export function loadStates(file: string): [string, RawState][] {
  const saved: [string, AuthenticationCreds, Entries][] = JSON.parse(
    readFileSync(file, 'utf8'),
    BufferJSON.reviver,
  );
  return saved.map(([number, creds, entries]) => [number, createRawState(creds, entries)]);
}
