import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { parse } from 'yaml';
import { operations } from '../../server/generated/index.ts';
import { corsOptions } from '../../server/http/headers.ts';
import { testApp } from './test-app.ts';

const state = { broken: false };
const ready = async () => {
  if (state.broken) throw new Error('no database');
};
const { app } = await testApp({ CORS_ORIGIN: 'https://panel.test,https://other.test' }, {}, { ready });

for (const base of ['', '/whatsapp']) {
  test(`${base}/docs has the page and all that it asks for`, async () => {
    const moved = await request(app).get(`${base}/docs`).expect(301);
    assert.equal(moved.headers.location, 'docs/');
    const page = await request(app).get(`${base}/docs/`).expect(200).expect('content-type', /html/);
    assert.match(page.headers['content-security-policy'] ?? '', /default-src 'none'; script-src 'self'/);
    assert.doesNotMatch(page.text, /https?:|<script>|<style|\son\w+=/);
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name);
    assert.equal(assets.length, 4);
    for (const name of assets) await request(app).get(`${base}/docs/${name}`).expect(200);
  });

  test(`${base}/openapi.json and .yaml are the same, and name this server`, async () => {
    const { body } = await request(app)
      .get(`${base}/openapi.json`)
      .expect(200)
      .expect('content-type', /json/);
    const { text } = await request(app)
      .get(`${base}/openapi.yaml`)
      .expect(200)
      .expect('content-type', /yaml/);
    assert.deepEqual(body, parse(text));
    assert.deepEqual(body.servers, [{ url: base || '/' }]);
    for (const { path, method } of operations) assert.ok(body.paths[path][method.toLowerCase()]);
  });
}

test('the page keeps the key, and can be tried at once', async () => {
  const { text } = await request(app)
    .get('/docs/start.js')
    .expect('content-type', /javascript/);
  assert.match(text, /persistAuthorization: true/);
  assert.match(text, /tryItOutEnabled: true/);
});

test('of the package of the page nothing else is served', async () => {
  for (const name of ['package.json', 'index.html', '..%2fpackage.json', 'swagger-ui-bundle.js.map']) {
    await request(app).get(`/docs/${name}`).expect(404);
  }
});

test('health', async () => {
  for (const base of ['', '/whatsapp']) {
    await request(app).get(`${base}/health/live`).expect(200, { status: 'ok' });
    await request(app).get(`${base}/health/ready`).expect(200, { status: 'ok' });
  }
  state.broken = true;
  await request(app).get('/health/ready').expect(503, { status: 'unavailable' });
  await request(app).get('/health/live').expect(200);
  state.broken = false;
});

test('an origin that is allowed is named', async () => {
  const { headers } = await request(app).get('/').set('origin', 'https://panel.test').expect(200);
  assert.equal(headers['access-control-allow-origin'], 'https://panel.test');
  assert.equal(headers['access-control-expose-headers'], 'x-request-id,retry-after');
});

test('another origin gets the answer without the header, not an error', async () => {
  const { headers } = await request(app).get('/').set('origin', 'https://evil.test').expect(200);
  assert.equal(headers['access-control-allow-origin'], undefined);
});

test('a browser may ask in advance, without a key', async () => {
  const asked = { origin: 'https://panel.test', 'access-control-request-method': 'DELETE' };
  const call = request(app)
    .options('/instance/logout/x')
    .set(asked)
    .set('access-control-request-headers', 'apikey');
  const { headers } = await call.expect(204);
  assert.equal(headers['access-control-allow-methods'], 'POST,GET,PUT,DELETE');
  assert.equal(headers['access-control-allow-headers'], 'apikey');
});

test('any origin is `*`, or by its name where credentials come along', () => {
  const any = { origin: ['*'], methods: ['GET'] };
  assert.equal(corsOptions({ ...any, credentials: false }).origin, '*');
  assert.equal(corsOptions({ ...any, credentials: true }).origin, true);
});

test('every answer forbids guessing its type, and does not say what served it', async () => {
  const { headers } = await request(app).get('/nothing').expect(404);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['x-powered-by'], undefined);
});

test('where any origin may call, every answer says so, and a browser may ask in advance', async () => {
  const { app } = await testApp();
  for (const path of ['/', '/nothing']) {
    const { headers } = await request(app).get(path).set('origin', 'https://panel.test');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['access-control-expose-headers'], 'x-request-id,retry-after');
  }
  const { headers } = await request(app).options('/').set('access-control-request-method', 'PUT').expect(204);
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['access-control-allow-methods'], 'POST,GET,PUT,DELETE');
});

/** A path, and whether its answer is compressed. */
const COMPRESSED: [string, boolean][] = [
  ['/openapi.json', true],
  ['/docs/swagger-ui.css', true],
  [`/${'x'.repeat(1_024)}`, true],
  ['/', false],
  ['/nothing', false],
];

for (const [path, isCompressed] of COMPRESSED) {
  test(`the answer of ${path.slice(0, 25)} is ${isCompressed ? '' : 'not '}compressed`, async () => {
    const { headers } = await request(app).get(path).set('accept-encoding', 'gzip');
    assert.equal(headers['content-encoding'], isCompressed ? 'gzip' : undefined);
    const plain = await request(app).get(path).set('accept-encoding', 'identity');
    assert.equal(plain.headers['content-encoding'], undefined);
  });
}
