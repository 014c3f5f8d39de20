import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignalDataSet, SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys';
import { keepingMemory } from '../../server/session/sender-key-memory.ts';

const GROUP = '120363000000000001@g.us';
const ANA = '15550000001:1@lid';
const BEN = '15550000002@lid';

type Memory = SignalDataTypeMap['sender-key-memory'];

/** A store that has the memory of one group, and notes what is written. */
function open(stored: Memory) {
  const written: SignalDataSet[] = [];
  const store: SignalKeyStore = {
    // Of one type of keys, whichever is asked for.
    get: <T extends keyof SignalDataTypeMap>() =>
      ({ [GROUP]: structuredClone(stored) }) as unknown as { [id: string]: SignalDataTypeMap[T] },
    set: (data) => void written.push(data),
  };
  const keys = keepingMemory(store);
  const read = async (): Promise<Memory> => {
    const { [GROUP]: memory } = await keys.get('sender-key-memory', [GROUP]);
    return memory ?? {};
  };
  const write = async (memory: Memory | null, others: SignalDataSet = {}) =>
    keys.set({ 'sender-key-memory': { [GROUP]: memory }, ...others });
  return { read, write, written };
}

test('what is known of who has the key of a group is not written again', async () => {
  const { read, write, written } = open({ [ANA]: true });
  await write(await read());
  assert.deepEqual(written, []);
});

test('what else is written with it, is', async () => {
  const { read, write, written } = open({ [ANA]: true });
  const others: SignalDataSet = { 'device-list': { '15550000001': ['0', '1'] } };
  await write(await read(), others);
  assert.deepEqual(written, [others]);
});

test('who gets the key is written, and so is what somebody else has written', async () => {
  const { read, write, written } = open({ [ANA]: true });
  const memory = await read();
  memory[BEN] = true;
  await write(memory);
  await write({ [ANA]: true });
  const both = [{ [ANA]: true, [BEN]: true }, { [ANA]: true }];
  assert.deepEqual(
    written,
    both.map((one) => ({ 'sender-key-memory': { [GROUP]: one } })),
  );
});

test('that everybody has to get it again is written', async () => {
  const { read, write, written } = open({ [ANA]: true });
  await read();
  await write(null);
  assert.deepEqual(written, [{ 'sender-key-memory': { [GROUP]: null } }]);
});
