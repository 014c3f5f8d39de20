import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { GLOBAL_KEY, testApp } from './test-app.ts';

/** Of two bytes a character. */
const name = 'é'.repeat(600);
const answer = { instance: { instanceName: name, state: 'open' } };
const { app } = await testApp({}, { connectionState: () => answer });
const path = '/instance/connectionState/shop-7';

test('a long answer of an operation is compressed for who takes it so, and whole either way', async () => {
  for (const encoding of ['gzip', 'identity']) {
    const asked = { apikey: GLOBAL_KEY, 'accept-encoding': encoding };
    const { headers, body } = await request(app).get(path).set(asked).expect(200);
    assert.equal(headers['content-encoding'], encoding === 'gzip' ? 'gzip' : undefined);
    assert.equal(headers['content-type'], 'application/json; charset=utf-8');
    assert.deepEqual(body, answer);
  }
});

test('HEAD is answered by the headers of GET', async () => {
  const { headers, text } = await request(app).head(path).set('apikey', GLOBAL_KEY).expect(200);
  assert.equal(Number(headers['content-length']), Buffer.byteLength(JSON.stringify(answer)));
  assert.equal(text, undefined);
});
