import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKeyCache, type KeyCache, type Values } from '../../../server/session/keys/cache.ts';

const bytes = (text: string) => Buffer.from(text);
const values = (text: string): Values => new Map([['a', bytes(text)]]);

/** What the cache says is at `a`, where the database says `stored`. */
async function seen(cache: KeyCache, stored?: string): Promise<string | undefined> {
  const found = await cache.through(['a'], async () => (stored === undefined ? new Map() : values(stored)));
  return found.get('a')?.toString();
}

test('what was read is not read again, and neither is what is not there', async () => {
  const cache = createKeyCache(10_000);
  const asked: string[][] = [];
  const read = async (places: string[]): Promise<Values> => {
    asked.push(places);
    return values('x');
  };
  assert.deepEqual(await cache.through(['a', 'b'], read), values('x'));
  assert.deepEqual(await cache.through(['a', 'b'], read), values('x'));
  assert.deepEqual(await cache.through(['b', 'c'], async () => new Map()), new Map());
  assert.deepEqual(asked, [['a', 'b']]);
});

test('what is written is known once it is committed, and not before', async () => {
  const cache = createKeyCache(10_000);
  await cache.writing(values('new'), async () => {
    assert.equal(await seen(cache, 'old'), 'old');
  });
  assert.equal(await seen(cache, 'not asked'), 'new');
  await cache.writing(new Map([['a', null]]), async () => {});
  assert.equal(await seen(cache, 'not asked'), undefined);
});

test('after a write that failed the database is asked', async () => {
  const cache = createKeyCache(10_000);
  await seen(cache, 'old');
  const failing = cache.writing(values('new'), async () => {
    throw new Error('no disk');
  });
  await assert.rejects(failing, /no disk/);
  assert.equal(await seen(cache, 'old'), 'old');
});

test('a read that began before a write does not bring the old value back', async () => {
  const cache = createKeyCache(10_000);
  const { promise, resolve } = Promise.withResolvers<Values>();
  const reading = cache.through(['a'], () => promise);
  await cache.writing(values('new'), async () => {});
  resolve(values('old'));
  await reading;
  assert.equal(await seen(cache, 'not asked'), 'new');
});

test('of writes that overlap the last is kept, and nothing of it if it fails', async () => {
  const cache = createKeyCache(10_000);
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const write = cache.writing(values('first'), () => first.promise);
  const next = cache.writing(values('second'), () => second.promise);
  first.resolve();
  await write;
  assert.equal(await seen(cache, 'first'), 'first', 'the database is asked');
  second.resolve();
  await next;
  assert.equal(await seen(cache, 'not asked'), 'second');
  const kept = cache.writing(values('third'), async () => {});
  const failing = cache.writing(values('fourth'), () => Promise.reject(new Error('no disk')));
  await Promise.all([kept, assert.rejects(failing, /no disk/)]);
  assert.equal(await seen(cache, 'third'), 'third', 'the database is asked');
});

test('it has a bound, over all that it holds', async () => {
  const cache = createKeyCache(10_000);
  for (let n = 0; n < 100; n++) await cache.writing(new Map([[`p${n}`, Buffer.alloc(700)]]), async () => {});
  const asked: string[] = [];
  const places = Array.from({ length: 100 }, (_, n) => `p${n}`);
  await cache.through(places, async (unknown) => {
    asked.push(...unknown);
    return new Map();
  });
  assert.ok(asked.length > 85 && asked.length < 100, `${asked.length} of 100 were let go of`);
  assert.ok(!asked.includes('p99'), 'the last is kept');
});

test('what is to be forgotten is, even while it is being read', async () => {
  const cache = createKeyCache(10_000);
  const { promise, resolve } = Promise.withResolvers<Values>();
  const reading = cache.through(['a'], () => promise);
  await cache.writing(new Map([['ab', bytes('b')]]), async () => {});
  cache.forget('a');
  resolve(values('old'));
  await reading;
  assert.equal(await seen(cache, 'now'), 'now');
  assert.deepEqual(await cache.through(['ab'], async () => new Map()), new Map());
});
