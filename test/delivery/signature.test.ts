import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { WebhookSettings } from '../../server/delivery/webhook-registry.ts';
import { WEBHOOK } from '../store/fixtures.ts';
import { type Received, startReceiver } from './receiver.ts';
import { startGateway } from './webhook-gateway.ts';

const SETTINGS: WebhookSettings = { ...WEBHOOK, headers: {}, jids: [] };

/** Whether the request is signed by the secret, as a receiver finds out. */
function isSignedBy(secret: string, { headers, body }: Received): boolean {
  try {
    new Webhook(secret).verify(JSON.stringify(body), headers as Record<string, string>);
    return true;
  } catch {
    return false; // that is how the library says no
  }
}

const signaturesOf = ({ headers }: Received): string[] => String(headers['webhook-signature']).split(' ');

test('each try is signed, under the id of the event', async (t) => {
  const receiver = await startReceiver(t, (n) => ({ status: n === 0 ? 500 : 200 }));
  const { gateway, id, secret } = await signed(t, receiver.url);
  await gateway.emit(id, 1);
  const requests = await receiver.until(2);
  for (const request of requests) {
    assert.ok(isSignedBy(secret, request));
    assert.equal(request.headers['webhook-id'], request.body.id);
    assert.equal(signaturesOf(request).length, 1);
  }
});

test('headers of the configuration neither replace a signature nor feign one', async (t) => {
  const receiver = await startReceiver(t);
  const headers = {
    'Webhook-Signature': 'v1,x',
    'WEBHOOK-ID': 'x',
    'webhook-timestamp': '1',
    'x-own': 'yes',
  };
  const { gateway, id, secret } = await signed(t, receiver.url, headers);
  await gateway.addShop('shop', { url: receiver.url, headers });
  await gateway.emit(id, 1);
  const requests = await receiver.until(2);
  const [request] = requests.filter(({ headers }) => headers['webhook-id']);
  assert.ok(request && isSignedBy(secret, request));
  const [unsigned] = requests.filter(({ headers }) => !headers['webhook-id']);
  assert.equal(unsigned?.headers['x-own'], 'yes', 'the main one has no secret');
  assert.equal(unsigned?.headers['webhook-signature'], undefined);
});

test('while it is changed, both secrets sign; when that is over, the new one alone', async (t) => {
  const receiver = await startReceiver(t);
  const { gateway, id, webhookId, secret: old } = await signed(t, receiver.url);
  const rotated = await gateway.registry.rotateSecret(id, webhookId, 3_600_000);
  const secret = rotated?.secret ?? assert.fail();
  assert.notEqual(secret, old);
  await gateway.emit(id, 1);
  const [both] = await receiver.until(1);
  assert.ok(both && isSignedBy(secret, both) && isSignedBy(old, both));
  assert.equal(signaturesOf(both).length, 2);

  await gateway.db
    .updateTable('webhook')
    .set({ old_secret_until: Date.now() - 1 })
    .execute();
  await gateway.emit(id, 2);
  const [, alone] = await receiver.until(2);
  assert.ok(alone && isSignedBy(secret, alone));
  assert.ok(!isSignedBy(old, alone));
});

test('without an overlap the old secret signs no more', async (t) => {
  const receiver = await startReceiver(t);
  const { gateway, id, webhookId, secret: old } = await signed(t, receiver.url);
  const rotated = await gateway.registry.rotateSecret(id, webhookId, 0);
  await gateway.emit(id, 1);
  const [request] = await receiver.until(1);
  assert.ok(request && isSignedBy(rotated?.secret ?? '', request));
  assert.ok(!isSignedBy(old, request));
});

async function signed(t: Parameters<typeof startGateway>[0], url: string, headers = {}) {
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url, enabled: 0 });
  const { webhook, secret } = await gateway.registry.add(id, { ...SETTINGS, url, headers });
  return { gateway, id, webhookId: webhook.id, secret };
}
