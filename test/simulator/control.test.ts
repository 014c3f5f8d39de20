import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Phone } from './control-client.ts';
import { createWorld, type Trust, type World } from './world.ts';

let world: World;

before(async () => {
  world = await createWorld();
});
after(() => world.end());

const request = <T>(method: string, path: string, body?: unknown) =>
  world.control.request<T>(method, path, body);

test('health and trust', async () => {
  assert.deepEqual(await request('GET', '/health'), { status: 200, body: { status: 'ok' } });
  const { body } = await request<Trust>('GET', '/trust');
  assert.match(body.noiseRoot, /^[0-9a-f]{64}$/);
  assert.match(body.ca, /^-----BEGIN CERTIFICATE-----/);
  assert.equal(body.socketUrl, world.simulator.socketUrl);
});

test('a phone is added once, and renamed when named again', async () => {
  const added = await request<Phone>('POST', '/phones', { number: '15550000001', name: 'Alice' });
  assert.equal(added.status, 201);
  assert.equal(added.body.jid, '15550000001@s.whatsapp.net');
  assert.match(added.body.lid, /^\d{15}@lid$/);
  const same = await request<Phone>('POST', '/phones', { number: '15550000001' });
  assert.deepEqual(same, { status: 200, body: added.body });
  const renamed = await request<Phone>('POST', '/phones', { number: '15550000001', name: 'Ally' });
  assert.deepEqual(renamed, { status: 200, body: { ...added.body, name: 'Ally' } });
  assert.deepEqual((await request('GET', '/phones')).body, [renamed.body]);
});

test('faults are shown, set in part, and cleared', async () => {
  const clear = (await request<object>('GET', '/faults')).body;
  const set = await request('POST', '/faults', { latencyMs: 5, dropAcks: true });
  assert.deepEqual(set, { status: 200, body: { ...clear, latencyMs: 5, dropAcks: true } });
  assert.deepEqual(await request('DELETE', '/faults'), { status: 200, body: clear });
});

test('a phone without devices has none to unlink', async () => {
  await world.control.phone('15550000002');
  assert.deepEqual(await request('POST', '/phones/15550000002/unlink'), {
    status: 200,
    body: { devices: [] },
  });
});

describe('bad requests are refused by name', () => {
  const cases: [number, RegExp, string, string, unknown][] = [
    [400, /number must match pattern/, 'POST', '/phones', { number: '+1 555' }],
    [400, /number must be string/, 'POST', '/phones', { number: 15550000001 }],
    [400, /required property 'number'/, 'POST', '/phones', {}],
    [400, /nam must NOT have additional/, 'POST', '/phones', { number: '15550000001', nam: 'x' }],
    [400, /at least|fewer than 1/, 'POST', '/phones/15550000001/link', {}],
    [400, /more than 1/, 'POST', '/phones/15550000001/link', { qr: 'a', pairingCode: 'ABCD1234' }],
    [400, /qr is not the text/, 'POST', '/phones/15550000001/link', { qr: 'a' }],
    [409, /no device is waiting/, 'POST', '/phones/15550000001/link', { pairingCode: 'ABCD1234' }],
    [404, /no phone 15559999999/, 'POST', '/phones/15559999999/link', { qr: 'a' }],
    [400, /exactly one is required of: text,/, 'POST', '/phones/15550000001/send', { to: '15550000002' }],
    [400, /to must match pattern/, 'POST', '/phones/15550000001/send', { to: 'bob', text: 'x' }],
    [
      404,
      /15559999999 is not on WhatsApp/,
      'POST',
      '/phones/15550000001/send',
      { to: '15559999999', text: 'x' },
    ],
    [404, /no phone 15559999999/, 'POST', '/phones/15559999999/send', { to: '15550000001', text: 'x' }],
    [404, /no phone 15559999999/, 'GET', '/phones/15559999999/inbox', undefined],
    [404, /no message nope/, 'POST', '/phones/15550000001/read', { id: 'nope' }],
    [404, /no phone 15559999999/, 'POST', '/phones/15559999999/unlink', undefined],
    [400, /latencyMs must be integer/, 'POST', '/faults', { latencyMs: 'slow' }],
    [400, /latency must NOT have/, 'POST', '/faults', { latency: 5 }],
    [400, /code must be >= 400/, 'POST', '/faults', { streamError: { code: 1 } }],
    [404, /no phone 15559999999/, 'POST', '/faults', { disconnect: { number: '15559999999' } }],
    [
      409,
      /no device of 15550000001 is connected/,
      'POST',
      '/faults',
      { replaced: { number: '15550000001' } },
    ],
    [404, /not found/, 'GET', '/nowhere', undefined],
    [405, /DELETE method not allowed/, 'DELETE', '/phones', undefined],
  ];
  for (const [status, message, method, path, body] of cases) {
    test(`${method} ${path} ${JSON.stringify(body) ?? ''}: ${status}`, async () => {
      const answer = await request<{ status: number; message: string }>(method, path, body);
      assert.equal(answer.status, status);
      assert.equal(answer.body.status, status);
      assert.match(answer.body.message, message);
    });
  }

  test('malformed JSON: 400', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${world.simulator.url}/phones`, { method: 'POST', headers, body: '{' });
    assert.equal(response.status, 400);
  });
});
