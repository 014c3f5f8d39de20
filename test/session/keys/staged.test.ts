import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Values } from '../../../server/session/keys/cache.ts';
import { createStagedKeys, type Write } from '../../../server/session/keys/staged.ts';

const values = (text: string): Values => new Map([['a', Buffer.from(text)]]);

/** Staged keys over a database that has `old` at `a`, and a commit that ends when it is told to. */
function newKeys() {
  const keys = createStagedKeys();
  const written: string[] = [];
  const stage = (text: string | null, isFailing = false) => {
    const commit = Promise.withResolvers<void>();
    const run = async (write: Write): Promise<void> => {
      await commit.promise;
      await write(async () => void written.push(String(text)));
      if (isFailing) throw new Error('no disk');
    };
    const done = keys.during(text === null ? new Map([['a', null]]) : values(text), run);
    return { commit: commit.resolve, done };
  };
  const seen = async () => (await keys.over(['a'], async () => values('old'))).get('a')?.toString();
  return { keys, stage, seen, written };
}

test('what is staged is read before it is committed, and the last of it', async () => {
  const { keys, stage, seen } = newKeys();
  assert.equal(await seen(), 'old');
  const first = stage('first');
  assert.equal(await seen(), 'first');
  const second = stage(null);
  first.commit();
  await first.done;
  assert.equal(await seen(), undefined, 'it is deleted');
  const read = await keys.over(
    ['a', 'b'],
    async (rest) => new Map(rest.map((place) => [place, Buffer.from('read')])),
  );
  assert.deepEqual([...read.keys()], ['b']);
  second.commit();
  await second.done;
  assert.equal(await seen(), 'old', 'once it is committed the database is asked');
});

test('what builds upon what was not written is not written either', async () => {
  const { stage, seen, written } = newKeys();
  const failing = stage('first', true);
  const next = stage('second');
  failing.commit();
  await assert.rejects(failing.done, /no disk/);
  next.commit();
  await assert.rejects(next.done, /build upon were not written/);
  assert.deepEqual(written, ['first']);
  assert.equal(await seen(), 'old');
  const after = stage('third');
  after.commit();
  await after.done;
  assert.deepEqual(written, ['first', 'third']);
});

test('nothing is written before what it builds upon', async () => {
  const { stage, written } = newKeys();
  const first = stage('first');
  const second = stage('second');
  second.commit();
  await assert.rejects(second.done, /build upon were not written/);
  first.commit();
  await first.done;
  assert.deepEqual(written, ['first']);
});
