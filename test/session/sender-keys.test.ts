import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { GroupCipher } from '@whiskeysockets/baileys/lib/Signal/Group/group_cipher.js';
import { GroupSessionBuilder } from '@whiskeysockets/baileys/lib/Signal/Group/group-session-builder.js';
import { SenderKeyName } from '@whiskeysockets/baileys/lib/Signal/Group/sender-key-name.js';
import { SenderKeyRecord } from '@whiskeysockets/baileys/lib/Signal/Group/sender-key-record.js';
import { useLeanSenderKeys } from '../../server/session/sender-keys.ts';
import { useStrictSignatures } from '../../server/session/signatures/strict.ts';

const NAME = new SenderKeyName('group', { id: 'ana', deviceId: 0, toString: () => 'ana.0' });
const plain = { serialize: SenderKeyRecord.prototype.serialize, deserialize: SenderKeyRecord.deserialize };

/** With Baileys' own reading and writing of records, or with ours. */
function use(which: 'plain' | 'lean'): void {
  SenderKeyRecord.prototype.serialize = plain.serialize;
  SenderKeyRecord.deserialize = plain.deserialize;
  if (which === 'lean') useLeanSenderKeys();
}

/** Keeps a record as Baileys does, in the database's stead. */
function createStore() {
  let kept: Buffer | undefined;
  return {
    size: () => kept?.length ?? 0,
    loadSenderKey: async () => (kept ? SenderKeyRecord.deserialize(kept) : new SenderKeyRecord()),
    storeSenderKey: async (_name: SenderKeyName, record: SenderKeyRecord) => {
      kept = Buffer.from(JSON.stringify(record.serialize()));
    },
  };
}

/** Somebody who writes to a group, and somebody who has been given the key. */
async function pair() {
  const [ana, bob] = [createStore(), createStore()];
  const key = await new GroupSessionBuilder(ana).create(NAME);
  await new GroupSessionBuilder(bob).process(NAME, key);
  return {
    ...{ ana, bob },
    send: (text: string) => new GroupCipher(ana, NAME).encrypt(Buffer.from(text)),
    receive: async (sent: Uint8Array) =>
      Buffer.from(await new GroupCipher(bob, NAME).decrypt(sent)).toString(),
  };
}

before(useStrictSignatures);

test('a record that is written one way is read the other way, by sender and receiver', async () => {
  use('plain');
  const { send, receive } = await pair();
  for (const [n, which] of (['plain', 'lean', 'plain', 'lean', 'lean'] as const).entries()) {
    use(which);
    const sent = await send(`message ${n}`);
    use(which === 'lean' ? 'plain' : 'lean');
    assert.equal(await receive(sent), `message ${n}`);
  }
});

test('messages that come in another order can be read, each once', async () => {
  use('lean');
  const { send, receive } = await pair();
  const sent = [await send('0'), await send('1'), await send('2'), await send('3')];
  for (const n of [2, 0, 3, 1]) assert.equal(await receive(sent[n] ?? Buffer.alloc(0)), String(n));
  await assert.rejects(receive(sent[2] ?? Buffer.alloc(0)));
});

test('a key that was saved as an object with an entry for each byte is read', async () => {
  use('plain');
  const { ana, send, receive } = await pair();
  // Baileys does not say what its record has.
  const { senderKeyStates } = (await ana.loadSenderKey()) as unknown as { senderKeyStates: object[] };
  const asEntries = (_: string, value: unknown) =>
    (value as { type?: string } | null)?.type === 'Buffer'
      ? { ...Buffer.from(value as { data: number[] } as never) }
      : value;
  use('lean');
  const states = JSON.parse(
    JSON.stringify(senderKeyStates.map((state) => (state as { getStructure(): object }).getStructure())),
    asEntries,
  );
  await ana.storeSenderKey(NAME, SenderKeyRecord.deserialize(Buffer.from(JSON.stringify(states))));
  assert.equal(await receive(await send('still here')), 'still here');
});

test('what one has sent does not make the record grow', async () => {
  use('lean');
  const { ana, send } = await pair();
  await send('first');
  const size = ana.size();
  for (let n = 0; n < 50; n++) await send(`message ${n}`);
  assert.ok(ana.size() < size + 10, `${size} became ${ana.size()}`);
  assert.ok(ana.size() < 500);
});
