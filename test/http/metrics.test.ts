import assert from 'node:assert/strict';
import { test } from 'node:test';
import request, { type Response } from 'supertest';
import { REASONS } from '../../server/errors.ts';
import { testApp } from './test-app.ts';

const TEXT = '# TYPE up gauge\nup 1\n';
const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
const metrics = { contentType: CONTENT_TYPE, text: async () => TEXT };
const LOGIN = { METRICS_AUTH_REQUIRED: 'true', METRICS_USER: 'prometheus', METRICS_PASSWORD: 'pässword: 1' };

async function get(env: Record<string, string>, headers: Record<string, string> = {}, path = '/metrics') {
  const { app } = await testApp({ PROMETHEUS_METRICS: 'true', ...env }, {}, { metrics });
  return request(app).get(path).set(headers);
}

function assertServed({ status, headers, text }: Response): void {
  assert.deepEqual([status, headers['content-type'], text], [200, CONTENT_TYPE, TEXT]);
  assert.equal(headers['cache-control'], 'no-store');
}

function assertRefused({ status, body }: Response, wanted: 401 | 403 | 404, message: unknown): void {
  assert.deepEqual([status, body], [wanted, { status, error: REASONS[wanted], response: { message } }]);
}

const basic = (login: string) => ({ authorization: `Basic ${Buffer.from(login).toString('base64')}` });

test('metrics are text, and need no key', async () => {
  assertServed(await get({}));
  assertServed(await get({}, {}, '/whatsapp/metrics'));
});

test('where they are not switched on there is no such route', async () => {
  const { app } = await testApp();
  assertRefused(await request(app).get('/metrics'), 404, ['Cannot GET /metrics']);
});

const FROM_HERE = ['127.0.0.1', '10.9.9.9, 127.0.0.1', '127.0.0.0/8', '127.0.0.1,::1'];
for (const METRICS_ALLOWED_IPS of FROM_HERE) {
  test(`from 127.0.0.1 they may be read with METRICS_ALLOWED_IPS=${METRICS_ALLOWED_IPS}`, async () => {
    assertServed(await get({ METRICS_ALLOWED_IPS }));
  });
}

for (const METRICS_ALLOWED_IPS of ['10.0.0.0/8', '127.0.0.2', '::1']) {
  test(`from 127.0.0.1 they may not be read with METRICS_ALLOWED_IPS=${METRICS_ALLOWED_IPS}`, async () => {
    const claims = { 'x-forwarded-for': '10.0.0.1', forwarded: 'for=127.0.0.2', 'x-real-ip': '::1' };
    const response = await get({ METRICS_ALLOWED_IPS }, claims);
    assertRefused(response, 403, [
      `${response.text.match(/(::ffff:)?127\.0\.0\.1/)?.[0]} is not one of METRICS_ALLOWED_IPS`,
    ]);
  });
}

test('with the login that is wanted they are served', async () => {
  assertServed(await get(LOGIN, basic('prometheus:pässword: 1')));
  const { authorization } = basic('prometheus:pässword: 1');
  assertServed(await get(LOGIN, { authorization: authorization.replace('Basic', 'bASIC ') }));
});

const WRONG: Record<string, Record<string, string>> = {
  none: {},
  'another password': basic('prometheus:password'),
  'no password': basic('prometheus'),
  'another user': basic('prometheuS:pässword: 1'),
  'an empty one': basic(''),
  'no base64': { authorization: 'Basic ***' },
  'another scheme': {
    authorization: basic('prometheus:pässword: 1').authorization.replace('Basic', 'Bearer'),
  },
  "the gateway's key": { apikey: 'the-global-key' },
};
for (const [name, headers] of Object.entries(WRONG)) {
  test(`with the wrong login they are not served: ${name}`, async () => {
    const response = await get(LOGIN, headers);
    assertRefused(response, 401, 'Unauthorized');
    assert.equal(response.headers['www-authenticate'], 'Basic realm="metrics", charset="UTF-8"');
  });
}

test('a login that is not required is not asked for', async () => {
  assertServed(await get({ ...LOGIN, METRICS_AUTH_REQUIRED: 'false' }));
});

test('an address that may not read them is not even asked for a login', async () => {
  const response = await get({ ...LOGIN, METRICS_ALLOWED_IPS: '10.0.0.1' });
  assert.equal(response.status, 403);
  assert.equal(response.headers['www-authenticate'], undefined);
});

test('metrics that cannot be read are an error like any other', async () => {
  const text = () => Promise.reject(new Error('no database'));
  const { app } = await testApp({}, {}, { metrics: { contentType: CONTENT_TYPE, text } });
  const { status, body } = await request(app).get('/metrics');
  assert.deepEqual([status, body.response.message[0]], [500, 'Internal server error']);
});
