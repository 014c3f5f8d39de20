import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import request from 'supertest';
import { handlersByOperation } from '../../server/http/handlers.ts';
import { GLOBAL_KEY, handlersFor, testApp } from './test-app.ts';

const { app, calls } = await testApp({ BASE_PATH: '/gateway/v1' });

beforeEach(() => {
  calls.length = 0;
});

type Verb = 'get' | 'post' | 'put' | 'delete' | 'patch';

const UNKNOWN: [Verb, string][] = [
  ['post', '/nothing/here?apikey=x&b=2'],
  ['get', '/message/sendText/shop-7'],
  ['put', '/instance/create'],
  ['patch', '/settings/set/shop-7'],
  ['get', '/instance/connect/'],
  ['get', '/gateway/v1/nothing'],
  ['get', '/whatsapp/instance/fetchInstances'],
];

for (const [verb, path] of UNKNOWN) {
  test(`${verb} ${path} is no route, with or without a key`, async () => {
    const message = [`Cannot ${verb.toUpperCase()} ${path}`];
    for (const key of ['', GLOBAL_KEY]) {
      const response = await request(app)[verb](path).set('apikey', key).expect(404);
      assert.deepEqual(response.body, { status: 404, error: 'Not Found', response: { message } });
    }
  });
}

/** Ways to the same operation. */
const SPELLINGS: [Verb, string, string][] = [
  ['get', '/', 'getInformation'],
  ['get', '/gateway/v1', 'getInformation'],
  ['get', '/gateway/v1/', 'getInformation'],
  ['get', '/instance/fetchInstances/', 'fetchInstances'],
  ['get', '/instance/fetchInstances/?instanceName=shop-7', 'fetchInstances'],
  ['get', '/Instance/FETCHINSTANCES', 'fetchInstances'],
  ['get', '/Gateway/V1/instance/fetchInstances', 'fetchInstances'],
  ['post', '/instance/restart/shop-7', 'restartInstance'],
  ['put', '/instance/restart/shop-7', 'restartInstance'],
  ['put', '/gateway/v1/instance/restart/shop-7/', 'restartInstance'],
  ['get', '/instance/connect/shop-7', 'connectInstance'],
  ['post', '/instance/connect/shop-7', 'connectInstance'],
];

for (const [verb, path, operationId] of SPELLINGS) {
  test(`${verb} ${path} is ${operationId}`, async () => {
    await request(app)[verb](path).set('apikey', GLOBAL_KEY).expect(200);
    assert.equal(calls[0]?.operationId, operationId);
  });
}

/** The last part of a path, and the name it stands for. */
const NAMES: [string, string][] = [
  ['shop%207', 'shop 7'],
  ['..%2Fx', '../x'],
  ['100%25', '100%'],
  ['100%2525', '100%25'],
  ['__proto__', '__proto__'],
  ['lojinha-%C3%A7%C3%A3o-%F0%9F%9B%92', 'lojinha-ção-🛒'],
  ['a@b.c', 'a@b.c'],
  ['a+b', 'a+b'],
];

for (const [part, instance] of NAMES) {
  test(`${part} is the instance ${instance}`, async () => {
    await request(app).get(`/instance/connectionState/${part}`).set('apikey', GLOBAL_KEY).expect(200);
    assert.deepEqual(calls[0]?.input.path, { instance });
  });
}

for (const part of ['%', '%E0%A4%A', 'a%ZZ']) {
  test(`${part} is not percent-encoding`, async () => {
    const response = await request(app).get(`/instance/connectionState/${part}`).set('apikey', GLOBAL_KEY);
    assert.equal(response.status, 400);
    assert.match(response.body.response.message[0], /percent-encoded/);
  });
}

test('a name of 300 characters is 400', async () => {
  const path = `/instance/connectionState/${'x'.repeat(300)}`;
  const response = await request(app).get(path).set('apikey', GLOBAL_KEY).expect(400);
  assert.deepEqual(response.body.response.message, ['path.instance must have at most 255 characters']);
});

test('without a base path there is none', async () => {
  const { app } = await testApp({ BASE_PATH: '' });
  await request(app).get('/').expect(200);
  await request(app).get('/whatsapp/').expect(404);
});

test('a handler too few or too many stops the start', () => {
  const { sendText, ...few } = handlersFor([], {});
  assert.throws(() => handlersByOperation(few), /sendText has no handler/);
  assert.throws(() => handlersByOperation({ ...few, sendText: 'soon' }), /sendText has no handler/);
  const many = { ...few, sendText, sendPigeon: sendText };
  assert.throws(() => handlersByOperation(many), /no operation: sendPigeon/);
});
