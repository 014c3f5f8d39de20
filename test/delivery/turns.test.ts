import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTurns } from '../../server/delivery/turns.ts';

/** Turns of groups of items that are named after them: `a1`, `a2`. */
function turnsOf(items: string[], limits: { total: number; each: number }) {
  const turns = createTurns<string>(limits);
  const add = (item: string) => turns.add(item.slice(0, 1), item);
  for (const item of items) add(item);
  /** All that may begin now. */
  const begin = (): string[] => {
    const item = turns.next();
    return item === undefined ? [] : [item, ...begin()];
  };
  return { add, begin, end: turns.end };
}

test('a group has one turn until one of them goes well, then its few, and one again after a failure', () => {
  const { begin, end } = turnsOf(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'], { total: 10, each: 2 });
  assert.deepEqual(begin(), ['a1']);
  end('a', undefined);
  assert.deepEqual(begin(), ['a2']);
  end('a', true);
  assert.deepEqual(begin(), ['a3', 'a4']);
  end('a', false);
  assert.deepEqual(begin(), []);
  end('a', false);
  assert.deepEqual(begin(), ['a5']);
  end('a', true);
  assert.deepEqual(begin(), ['a6']);
});

test('groups take turns, whatever each has waiting', () => {
  const { begin, end } = turnsOf(['a1', 'b1', 'a2', 'a3', 'a4', 'b2', 'c1'], { total: 6, each: 2 });
  assert.deepEqual(begin(), ['a1', 'b1', 'c1']);
  for (const group of ['a', 'b', 'c']) end(group, true);
  assert.deepEqual(begin(), ['a2', 'b2', 'a3']);
  end('b', true);
  end('a', true);
  assert.deepEqual(begin(), ['a4']);
});

test('groups on trial take half of all turns at most, and the rest is for the others', () => {
  const { add, begin, end } = turnsOf(['a1'], { total: 4, each: 4 });
  assert.deepEqual(begin(), ['a1']);
  for (const item of ['a2', 'a3', 'a4', 'b1', 'c1', 'd1']) add(item);
  end('a', true);
  assert.deepEqual(begin(), ['b1', 'c1', 'a2', 'a3']);
  end('b', false);
  assert.deepEqual(begin(), ['d1']);
  end('c', true);
  assert.deepEqual(begin(), ['a4']);
});

test('an item that waits is in line once', () => {
  const { add, begin, end } = turnsOf(['a1', 'a1'], { total: 4, each: 4 });
  assert.deepEqual(begin(), ['a1']);
  end('a', true);
  assert.deepEqual(begin(), []);
  add('a1');
  assert.deepEqual(begin(), ['a1']);
});

test('a group that had nothing to do for a while is as proven as it was', () => {
  const turns = createTurns<string>({ total: 8, each: 2 });
  const serve = (item: string, good: boolean): void => {
    turns.add('shop', item);
    assert.equal(turns.next(), item);
    turns.end('shop', good);
  };
  const atOnce = (): number => {
    for (const item of ['one', 'two']) turns.add('shop', item);
    const begun = [turns.next(), turns.next()].filter((item) => item !== undefined);
    for (const _ of begun) turns.end('shop', undefined);
    if (begun.length === 1) turns.next();
    if (begun.length === 1) turns.end('shop', undefined);
    return begun.length;
  };
  serve('first', true);
  assert.equal(atOnce(), 2);
  serve('refused', false);
  assert.equal(atOnce(), 1);
});
