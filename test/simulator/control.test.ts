import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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
