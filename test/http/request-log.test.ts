import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import pino from 'pino';
import request from 'supertest';
import { GLOBAL_KEY, testApp } from './test-app.ts';

const log = new PassThrough({ objectMode: true });
const { app } = await testApp({}, {}, { logger: pino({ base: null }, log) });

async function nextLine(): Promise<Record<string, unknown>> {
  const [line] = await once(log, 'data');
  return JSON.parse(String(line));
}

const FIELDS = ['level', 'method', 'ms', 'msg', 'operationId', 'requestId', 'status', 'time'];

test('a request is one line, which has neither key, query nor body', async () => {
  const line = nextLine();
  const body = { number: '5511988887777', text: 'a secret' };
  const call = request(app).post('/message/sendText/shop-7?note=secret').set('apikey', GLOBAL_KEY).send(body);
  const { headers } = await call.expect(201);
  const { ms, time, ...rest } = await line;
  assert.deepEqual(Object.keys({ ms, time, ...rest }).sort(), FIELDS);
  const expected = {
    method: 'POST',
    operationId: 'sendText',
    status: 201,
    requestId: headers['x-request-id'],
  };
  assert.partialDeepStrictEqual(rest, expected);
});

test('where no route matched, the path stands for it', async () => {
  const line = nextLine();
  await request(app).get('/nothing?apikey=secret').expect(404);
  assert.partialDeepStrictEqual(await line, { path: '/nothing', status: 404 });
});

/** What a caller gives as the id, and whether it is kept. */
const IDS: [string, boolean][] = [
  ['trace-1.a_B', true],
  ['', false],
  ['a b', false],
  ['x'.repeat(101), false],
  ['{"a":1}', false],
];

for (const [id, kept] of IDS) {
  test(`the id "${id.slice(0, 20)}" is ${kept ? 'kept' : 'replaced'}`, async () => {
    const { headers } = await request(app).get('/').set('x-request-id', id);
    assert.equal(headers['x-request-id'] === id, kept);
    assert.match(headers['x-request-id'] ?? '', /^[\w.-]{11,36}$/);
  });
}
