import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpError } from '../../../server/errors.ts';
import { createSendQueue, type Place } from '../../../server/session/send/queue.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const shop = { id: 'c1', name: 'shop' };
const cafe = { id: 'c2', name: 'cafe' };
const FOREVER = Number.POSITIVE_INFINITY;

/** Notes the names of those whose turn it is, in that order. */
function noting() {
  const went: string[] = [];
  const go = async (name: string, place: Place): Promise<void> => {
    await place.turn();
    went.push(name);
  };
  return { went, go };
}

/** Lets everything run that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('sends to one chat go in the order of arrival, however long each takes; other chats do not wait', async () => {
  const queue = createSendQueue(createFakeClock(), 0);
  const { went, go } = noting();
  const [first, second, third] = [1, 2, 3].map(() => queue.enter(shop, 'ana', FOREVER));
  assert.ok(first && second && third);
  void go('third', third);
  void go('other chat', queue.enter(shop, 'bea', FOREVER));
  void go('other instance', queue.enter(cafe, 'ana', FOREVER));
  await settled();
  assert.deepEqual(went, ['other chat', 'other instance']);
  second.leave(); // it failed before its turn: the third still waits for the first
  await settled();
  assert.equal(went.length, 2);
  await go('first', first);
  first.leave();
  await settled();
  assert.deepEqual(went.slice(2), ['first', 'third']);
});

test('turns of an instance come at its pace, first come, first served', async () => {
  const clock = createFakeClock();
  const queue = createSendQueue(clock, 3_000);
  const { went, go } = noting();
  for (const name of ['a', 'b', 'c']) void go(name, queue.enter(shop, name, FOREVER));
  void go('other instance', queue.enter(cafe, 'a', FOREVER));
  await settled();
  assert.deepEqual(went, ['a', 'other instance']);
  clock.advance(2_999);
  await settled();
  assert.equal(went.length, 2);
  clock.advance(1);
  await settled();
  assert.equal(went.at(-1), 'b');
  clock.advance(3_000);
  await settled();
  assert.equal(went.at(-1), 'c');
});

test('whoever could not be in time is told when there is room, and takes no turn', async () => {
  const clock = createFakeClock();
  const queue = createSendQueue(clock, 3_000);
  const until = () => clock.now() + 7_000;
  const { went, go } = noting();
  for (const name of ['a', 'b', 'c']) void go(name, queue.enter(shop, 'ana', until()));
  await settled();
  assert.throws(
    () => queue.enter(shop, 'bea', until()),
    (error) => error instanceof HttpError && error.status === 429 && error.retryAfter === 2,
  );
  clock.advance(2_000);
  void go('d', queue.enter(shop, 'bea', until()));
  await settled();
  assert.deepEqual(went, ['a']);
});

test('a place that is left without a turn costs the others no time', async () => {
  const clock = createFakeClock();
  const queue = createSendQueue(clock, 3_000);
  queue.enter(shop, 'ana', FOREVER).leave();
  await queue.enter(shop, 'ana', clock.now()).turn();
});

test('those who wait when the instance goes are told that it is not connected', async () => {
  const queue = createSendQueue(createFakeClock(), 60_000);
  const first = queue.enter(shop, 'ana', FOREVER);
  await first.turn();
  const paced = queue.enter(shop, 'bea', FOREVER).turn();
  const behind = queue.enter(shop, 'ana', FOREVER).turn();
  const told = [paced, behind].map((turn) =>
    assert.rejects(turn, { status: 400, message: /Connection Closed/ }),
  );
  queue.cancel(shop.id);
  await Promise.all(told);
  await queue.enter(shop, 'ana', FOREVER).turn();
});
