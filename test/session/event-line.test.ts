import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEventLine } from '../../server/session/event-line.ts';
import type { SocketEvents } from '../../server/session/socket.ts';

const update = (...ids: string[]): SocketEvents => ({
  'messages.update': ids.map((id) => ({ key: { id }, update: { status: 2 } })),
});
const idsIn = (events: SocketEvents): string[] =>
  (events['messages.update'] ?? []).map(({ key }) => key.id ?? '');

/** A line whose first batch is under way until `go` is called; gives what was handled. */
function setUp(fails: (ids: string[]) => boolean = () => false) {
  const handled: SocketEvents[] = [];
  const errors: unknown[] = [];
  const { promise: held, resolve: go } = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const put = createEventLine(
    async (events) => {
      await held;
      handled.push(events);
      if ('presence.update' in events) ended.resolve();
      if (fails(idsIn(events))) throw new Error(idsIn(events).join());
    },
    (error) => errors.push(String(error)),
  );
  const end = async (): Promise<void> => {
    put({ 'presence.update': { id: 'end', presences: {} } });
    go();
    await ended.promise;
  };
  return { handled, errors, put, end };
}

test('updates that wait are handled together, in their order, and nothing else is', async () => {
  const { handled, put, end } = setUp();
  put(update('0'));
  put(update('1'));
  put(update('2', '3'));
  put({ 'chats.delete': ['a'] });
  put(update('4'));
  put({ ...update('5'), 'chats.delete': ['b'] });
  put(update('6'));
  await end();
  assert.deepEqual(handled.map(idsIn), [['0', '1', '2', '3'], [], ['4'], ['5'], ['6'], []]);
});

test('a hundred at most are handled together', async () => {
  const { handled, put, end } = setUp();
  put({ 'chats.delete': ['a'] });
  for (let n = 0; n < 250; n++) put(update(String(n)));
  await end();
  assert.deepEqual(
    handled.map((events) => idsIn(events).length),
    [0, 100, 100, 50, 0],
  );
});

test('if together they fail, each is handled by itself', async () => {
  const { handled, errors, put, end } = setUp((ids) => ids.includes('bad'));
  put({ 'chats.delete': ['a'] });
  for (const id of ['1', 'bad', '2']) put(update(id));
  await end();
  assert.deepEqual(handled.map(idsIn), [[], ['1', 'bad', '2'], ['1'], ['bad'], ['2'], []]);
  assert.deepEqual(errors, ['Error: bad']);
});
