import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { Clock } from '../../server/clock.ts';
import type { EventStream, StreamedEvent } from '../../server/generated/index.ts';
import { listen } from '../delivery/receiver.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { GLOBAL_KEY, testApp } from './test-app.ts';

const GAP: StreamedEvent = { event: 'gap', after: null, oldest: '01957a1b-5c2f-7d3e-8a4b-000000000001' };

/** An application whose one stream is the given one. */
async function serve(t: TestContext, stream: EventStream<StreamedEvent>, clock?: Clock) {
  const stopping = new AbortController();
  const answers = { streamEvents: () => stream };
  const { app } = await testApp({ VALIDATE_RESPONSES: 'false' }, answers, {
    ...{ stopping: stopping.signal, clock },
  });
  const url = await listen(t, createServer(app));
  return {
    stopping,
    /** The text of the answer as it comes. */
    async open() {
      const response = await fetch(`${url}/event/stream/shop-7`, { headers: { apikey: GLOBAL_KEY } });
      return response.body?.pipeThrough(new TextDecoderStream()).getReader() ?? assert.fail();
    },
    /** A caller that reads nothing. */
    ignore() {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.pause();
      socket.write(`GET /event/stream/shop-7 HTTP/1.1\r\nhost: x\r\napikey: ${GLOBAL_KEY}\r\n\r\n`);
      return socket;
    },
  };
}

/** Writes large items until the signal comes, or there are far too many; tells when the caller is behind. */
function flood() {
  const behind = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<number>();
  const large = { ...GAP, text: 'x'.repeat(1e6) };
  const stream: EventStream<StreamedEvent> = async (write, signal) => {
    let count = 0;
    for (; count < 1_000 && !signal.aborted; count += 1) {
      const written = write(large).then(() => true);
      if (!(await Promise.race([written, turns(20)]))) behind.resolve();
      await written;
    }
    ended.resolve(count);
  };
  return { stream, behind: behind.promise, ended: ended.promise };
}

async function turns(count: number): Promise<false> {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => setImmediate(resolve));
  return false;
}

const untilAborted = (signal: AbortSignal) =>
  new Promise((resolve) => signal.addEventListener('abort', resolve));

test('a silent stream shows every 15 seconds that it is there, and ends when the server stops', async (t) => {
  const clock = createFakeClock();
  const { open, stopping } = await serve(t, (_write, signal) => untilAborted(signal).then(() => {}), clock);
  const reader = await open();
  assert.deepEqual(await reader.read(), { done: false, value: 'retry: 3000\n\n' });
  for (let n = 0; n < 2; n += 1) {
    clock.advance(15_000);
    assert.deepEqual(await reader.read(), { done: false, value: ':\n\n' });
  }
  stopping.abort();
  assert.equal((await reader.read()).done, true);
});

test('items are events; one without an id leaves the caller’s last one as it is', async (t) => {
  const { open } = await serve(t, (write) => write(GAP));
  const reader = await open();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
  assert.equal(text, `retry: 3000\n\nevent: gap\ndata: ${JSON.stringify(GAP)}\n\n`);
});

test('who does not read gets nothing more, and is forgotten when gone', async (t) => {
  const { stream, behind, ended } = flood();
  const { ignore } = await serve(t, stream);
  const socket = ignore();
  await behind;
  socket.destroy();
  assert.ok((await ended) < 100);
});

test('who does not read does not hold up the end of the server', async (t) => {
  const { stream, behind, ended } = flood();
  const { ignore, stopping } = await serve(t, stream);
  const socket = ignore();
  await behind;
  const closed = once(
    socket.on('error', () => {}),
    'close',
  );
  stopping.abort();
  assert.ok((await ended) < 100);
  socket.resume();
  await closed;
});

test('a stream that fails is cut off, and does not look as if it had ended', async (t) => {
  const { open } = await serve(t, async (write) => {
    await write(GAP);
    throw new Error('disk full');
  });
  await assert.rejects(async () => {
    const reader = await open();
    while (!(await reader.read()).done);
  });
});
