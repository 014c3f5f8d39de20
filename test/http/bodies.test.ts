import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { GLOBAL_KEY, testApp } from './test-app.ts';

const { app, calls } = await testApp({ BODY_LIMIT: '100kb' });

beforeEach(() => {
  calls.length = 0;
});

const post = (path: string, type?: string) => {
  const call = request(app).post(path).set('apikey', GLOBAL_KEY);
  return type === undefined ? call : call.set('content-type', type);
};

const TEXT = { number: '5511988887777', text: 'hi' };
const BIG = JSON.stringify({ ...TEXT, text: 'x'.repeat(150_000) });

/** A body that cannot be read: its content type, its text, the status and what the answer names. */
const REFUSED: [string, string, number, RegExp][] = [
  ['application/json', '{"number": ', 400, /JSON/],
  ['application/json', 'hello', 400, /JSON/],
  ['application/json', '"hello"', 400, /must be a JSON object/],
  ['application/json', '17', 400, /must be a JSON object/],
  ['application/json', '[1]', 400, /must be a JSON object/],
  ['application/json; charset=latin-9', '{}', 415, /charset/],
  ['application/json', BIG, 413, /limit of 102400 bytes/],
  ['application/x-www-form-urlencoded', `text=${'x'.repeat(150_000)}`, 413, /limit of 102400 bytes/],
  ['application/x-www-form-urlencoded', '{"number":"5","text":"a=b&c[d]"}', 415, /JSON.*"Content-Type: app/],
  ['text/plain', 'hi', 415, /text\/plain.*application\/json/],
  ['multipart/form-data; boundary=x', '--x--', 415, /multipart.*application\/json/],
];

for (const [type, body, status, named] of REFUSED) {
  test(`${body.slice(0, 20)} as ${type} is ${status}`, async () => {
    const response = await post('/message/sendText/shop-7', type).send(body);
    assert.equal(response.status, status);
    assert.equal(response.body.status, status);
    assert.match(response.body.response.message.join(), named);
    assert.deepEqual(calls, []);
  });
}

test('the limit counts what a compressed body unpacks to', async () => {
  const call = post('/message/sendText/shop-7', 'application/json').set('content-encoding', 'gzip');
  await call
    .serialize((body) => body)
    .send(gzipSync(BIG))
    .expect(413);
});

test('an encoding nobody knows is 415', async () => {
  const call = post('/message/sendText/shop-7', 'application/json').set('content-encoding', 'rot13');
  await call.send(JSON.stringify(TEXT)).expect(415);
});

test('a stranger is refused before the body is read', async () => {
  const call = request(app).post('/message/sendText/shop-7').set('content-type', 'application/json');
  await call.send(BIG).expect(401);
  const garbled = request(app).post('/message/sendText/shop-7').set('content-type', 'application/json');
  await garbled.send('{"number": ').expect(401);
});

/** What stands for an empty body. */
for (const body of ['', '[]', 'null', '{}']) {
  test(`a body of ${JSON.stringify(body)} is an empty object`, async () => {
    await post('/chat/findMessages/shop-7', 'application/json').send(body).expect(200);
    assert.deepEqual(calls[0]?.input.body, { page: 1 });
  });
}

test('GET and DELETE may say that they send JSON, and send nothing', async () => {
  const headers = { apikey: GLOBAL_KEY, 'content-type': 'application/json' };
  await request(app).get('/instance/connectionState/shop-7').set(headers).expect(200);
  await request(app).delete('/instance/logout/shop-7').set(headers).expect(200);
  assert.equal(calls[0]?.input.body, undefined);
});

test('a form is read as well, nested fields included', async () => {
  const form =
    'webhook[url]=https%3A%2F%2Fh.test%2Fx&webhook[events][]=messages.upsert&webhook[enabled]=TRUE';
  await post('/webhook/set/shop-7', 'application/x-www-form-urlencoded').send(form).expect(201);
  const webhook = { url: 'https://h.test/x', events: ['MESSAGES_UPSERT'], enabled: true };
  assert.partialDeepStrictEqual(calls[0]?.input.body, { webhook });
});

const POLLUTING = [
  '{"number":"55","text":"hi","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  '{"number":"55","text":"hi","options":{"__proto__":{"polluted":1}},"quoted":{"key":{"id":"A","__proto__":{"polluted":1}}}}',
];

for (const body of POLLUTING) {
  test(`no prototype is changed by ${body.slice(27, 60)}`, async () => {
    await post('/message/sendText/shop-7?__proto__[polluted]=1', 'application/json').send(body).expect(201);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
    assert.doesNotMatch(JSON.stringify(calls[0]?.input), /polluted/);
  });
}

test('a form changes no prototype either', async () => {
  const form = 'number=55&text=hi&__proto__[polluted]=1&constructor[prototype][polluted]=1';
  await post('/message/sendText/shop-7', 'application/x-www-form-urlencoded').send(form).expect(201);
  assert.doesNotMatch(JSON.stringify(calls[0]?.input), /polluted/);
});

test('a body out of all proportion is 400', async () => {
  const deep = `{"where":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`;
  const many = JSON.stringify({ where: Array(51_000).fill(1) });
  for (const [body, named] of [
    [deep, /nested deeper/],
    [many, /more than 50000 values/],
  ] as const) {
    const response = await post('/chat/findMessages/shop-7', 'application/json').send(body).expect(400);
    assert.match(response.body.response.message[0], named);
  }
});
