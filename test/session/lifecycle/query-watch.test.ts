import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { beforeEach, test } from 'node:test';
import { createQueryWatch, type QueryWatch } from '../../../server/session/query-watch.ts';

let ws: EventEmitter;
let watch: QueryWatch;

beforeEach(() => {
  ws = new EventEmitter();
  watch = createQueryWatch(ws, 0);
});

/** Waits for an answer in the way in which Baileys does. */
const ask = (id: string) => ws.once(`TAG:${id}`, () => undefined);

function answer(id: string, stanza: object): void {
  const frame = { tag: 'iq', attrs: { id }, ...stanza };
  ws.emit('frame', frame);
  ws.emit(`TAG:${id}`, frame);
}

test('a query that waits for too long counts once', () => {
  ask('1');
  assert.equal(watch.pending(), 1);
  assert.deepEqual([watch.overdue(), watch.overdue(), watch.unanswered()], [true, false, 1]);
  ask('2');
  assert.deepEqual([watch.overdue(), watch.unanswered(), watch.pending()], [true, 2, 2]);
});

test('an answer that says something ends the row', () => {
  for (const stanza of [{ content: [] }, { attrs: { id: '2', type: 'error' } }]) {
    ask('1');
    watch.overdue();
    ask('2');
    answer('2', stanza);
    assert.equal(watch.unanswered(), 0);
  }
});

test('an empty answer, which a ping gets too, and a frame that is none, do not', () => {
  ask('1');
  watch.overdue();
  ask('2');
  answer('2', {});
  answer('3', { content: [] });
  assert.equal(watch.unanswered(), 1);
  assert.equal(watch.pending(), 1);
});
