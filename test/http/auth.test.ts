import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import request from 'supertest';
import { GLOBAL_KEY, SHOP_KEY, testApp } from './test-app.ts';

const UNAUTHORIZED = { status: 401, error: 'Unauthorized', response: { message: 'Unauthorized' } };

const { app, calls } = await testApp();

beforeEach(() => {
  calls.length = 0;
});

const KEYS = { none: undefined, blank: '', unknown: 'a-key-of-nobody', shop: SHOP_KEY, global: GLOBAL_KEY };

/** Method, path, and whose key opens it. */
const MATRIX: ['get' | 'post', string, (keyof typeof KEYS)[]][] = [
  ['get', '/', ['none', 'blank', 'unknown', 'shop', 'global']],
  ['post', '/verify-creds', ['global']],
  ['post', '/instance/create', ['global']],
  ['get', '/instance/fetchInstances', ['shop', 'global']],
  ['get', '/instance/connectionState/shop-7', ['shop', 'global']],
  ['get', '/instance/connectionState/SHOP-7%20', ['shop', 'global']],
  ['get', '/instance/connectionState/other', ['global']],
  ['get', '/whatsapp/instance/connectionState/other', ['global']],
  ['post', '/settings/set/shop-7', ['shop', 'global']],
  ['post', '/settings/set/other', ['global']],
];

for (const [method, path, allowed] of MATRIX) {
  for (const [name, key] of Object.entries(KEYS)) {
    const opens = (allowed as string[]).includes(name);
    test(`${method} ${path} with the key "${name}" is ${opens ? 'served' : '401'}`, async () => {
      const call = request(app)[method](path);
      const response = await (key === undefined ? call : call.set('apikey', key));
      assert.equal(response.status !== 401, opens);
      if (!opens) assert.deepEqual(response.body, UNAUTHORIZED);
      if (!opens) assert.deepEqual(calls, []);
    });
  }
}

test('the header is called apiKey too', async () => {
  await request(app).post('/verify-creds').set('apiKey', GLOBAL_KEY).expect(200);
});

test('a key in the query opens nothing', async () => {
  await request(app).get(`/instance/fetchInstances?apikey=${GLOBAL_KEY}`).expect(401);
});

test('neither query nor body say which instance is meant', async () => {
  const path = '/settings/set/shop-7?instance=other&instanceName=other';
  const body = { instance: 'other', instanceName: 'other', alwaysOnline: true };
  await request(app).post(path).set('apikey', SHOP_KEY).send(body).expect(201);
  assert.deepEqual(calls[0]?.input.path, { instance: 'shop-7' });
});

test('a handler is told who calls, beside the context', async () => {
  await request(app).get('/instance/connectionState/shop-7').set('apikey', SHOP_KEY).expect(200);
  assert.equal(calls[0]?.context.greeting, 'hello');
  assert.equal(calls[0]?.context.principal?.kind, 'instance');
});
