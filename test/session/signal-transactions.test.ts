import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { test } from 'node:test';
import { addTransactionCapability, type SignalKeyStore } from '@whiskeysockets/baileys';
import { createSignalOperations } from '../../server/session/signal-transactions.ts';
import { createKeyStore } from '../../simulator/phone/key-store.ts';
import { silentLogger } from '../../simulator/phone/silent-logger.ts';

const SESSION = '1234_1.0';

function newKeys() {
  const once = { maxCommitRetries: 1, delayBetweenTriesMs: 0 };
  const store = createKeyStore();
  const committed = { isDelayed: Promise.resolve() };
  const slow: SignalKeyStore = {
    ...store,
    async set(data) {
      await store.set(data);
      await committed.isDelayed;
    },
  };
  const operations = createSignalOperations();
  const keys = addTransactionCapability(operations.unhurried(slow), silentLogger, once);
  const kept = new AsyncLocalStorage<string>();
  const steps = async (): Promise<string> =>
    Buffer.from((await keys.get('session', [SESSION]))[SESSION] ?? '').toString();
  /** What an encryption and a decryption do alike: read the session, and write it one step further. */
  const advance = (step: string) => async (): Promise<string> => {
    const next = (await steps()) + step;
    await keys.set({ session: { [SESSION]: Buffer.from(next) } });
    return next;
  };
  return { keys, kept, operation: operations.inTurn(keys, kept), steps, advance, committed };
}

test('what is decrypted while a send goes on is not undone by the end of the send', async () => {
  const { keys, operation, steps, advance } = newKeys();
  const encrypted = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const send = keys.transaction(async () => {
    await steps(); // a send looks whether there is a session
    await operation(advance('e'), 'ana@lid');
    encrypted.resolve();
    await answered.promise;
  }, 'me');
  await encrypted.promise;
  assert.equal(await steps(), 'e', 'it is kept before the message leaves');
  await operation(advance('d'), 'ana@s.whatsapp.net');
  answered.resolve();
  await send;
  assert.equal(await steps(), 'ed');
});

test('operations on one session follow each other, whatever name it is asked for by', async () => {
  const { operation, steps, advance } = newKeys();
  const names = ['ana@lid', 'ana@s.whatsapp.net', 'ana:0@lid'];
  await Promise.all(names.map((name, n) => operation(advance(String(n)), name)));
  assert.equal((await steps()).length, names.length);
});

test('an operation begins before the last one is committed, and is done when it is committed itself', async () => {
  const { operation, advance, committed } = newKeys();
  const commit = Promise.withResolvers<void>();
  committed.isDelayed = commit.promise;
  const done: string[] = [];
  const first = operation(advance('a'), 'ana@lid').then(() => done.push('a'));
  const both = Promise.withResolvers<void>();
  const second = operation(async () => {
    const steps = await advance('b')();
    both.resolve();
    return steps;
  }, 'ana@lid').then((steps) => done.push(steps));
  await both.promise;
  assert.deepEqual(done, []);
  commit.resolve();
  await Promise.all([first, second]);
  assert.deepEqual(done, ['a', 'ab']);
});

test('an operation whose keys cannot be kept fails', async () => {
  const { operation, advance, committed } = newKeys();
  committed.isDelayed = Promise.reject(new Error('no disk'));
  await assert.rejects(operation(advance('a'), 'ana@lid'), /no disk/);
});

test('an operation within an operation is part of it, and fails with it', async () => {
  const { operation, steps, advance } = newKeys();
  const failing = operation(async () => {
    await operation(advance('inner'), 'ana@lid');
    throw new Error('cannot be opened');
  }, 'ana@lid');
  await assert.rejects(failing, /cannot be opened/);
  assert.equal(await steps(), '');
});

test('an operation knows what it is of', async () => {
  const { keys, kept, operation } = newKeys();
  const heard = keys.transaction(
    () => kept.run('this message', () => operation(async () => kept.getStore(), 'ana@lid')),
    'me',
  );
  assert.equal(await heard, 'this message');
});
