import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../server/store/db.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkedInstance, newInstance } from '../support/linked-instance.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

let gateway: TestGateway;
let receiver: WebhookReceiver;

before(async () => {
  gateway = await startTestGateway();
  receiver = await startWebhookReceiver();
});
after(async () => {
  await gateway.stop();
  await receiver.stop();
});

/** What an instance's webhook was told, without what the tests are not about. */
const told = (instance: string) =>
  receiver.received
    .map(({ body }) => body)
    .filter(
      (body) => body.instance === instance && !/^(connection|qrcode|chats|contacts)\./.test(body.event),
    );

test('an instance is told of from its first moment to after its last', async () => {
  const { client } = gateway;
  const webhook = { url: receiver.url };
  const created = await client.instance.createInstance({ body: { instanceName: 'brief', webhook } });
  const reference = { instanceName: 'brief', instanceId: created.instance.instanceId };
  await client.instance.deleteInstance({ instance: 'brief' });
  await receiver.until(() => told('brief').length === 3);
  assert.deepEqual(
    told('brief').map(({ event, data }) => [event, data]),
    [
      ['instance.create', reference],
      ['instance.delete', reference],
      ['remove.instance', null],
    ],
  );
});

test('a logout ends the session for good, and says why', async () => {
  await linkedInstance(gateway, 'left');
  await gateway.client.webhook.setWebhook({
    instance: 'left',
    body: { webhook: { enabled: true, url: receiver.url } },
  });
  await gateway.client.instance.logoutInstance({ instance: 'left' });
  await receiver.until(() => told('left').length === 2);
  const [status, logout] = told('left');
  assert.partialDeepStrictEqual(status, {
    event: 'status.instance',
    data: { instance: 'left', status: 'closed', disconnectionReasonCode: 401 },
  });
  assert.partialDeepStrictEqual(logout, { event: 'logout.instance', data: null });
});

test('a server that starts tells every instance, connected or not', async () => {
  await newInstance(gateway, 'sleeping');
  const folder = await copyOf(gateway.folder);
  const again = await startTestGateway({ DATA_DIR: folder }, gateway);
  const started = (name: string) =>
    again.event(({ type, instance_name }) => type === 'application.startup' && instance_name === name);
  const [sleeping, left] = await Promise.all([started('sleeping'), started('left')]);
  assert.deepEqual(sleeping.data, { instanceName: 'sleeping', instanceId: sleeping.instance_id });
  assert.deepEqual(left.data, { instanceName: 'left', instanceId: left.instance_id });
  await again.stop();
  rmSync(folder, { recursive: true });
});

/** A data folder is one gateway's at a time: the other one gets a copy, as it is now. */
async function copyOf(folder: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'zapgate-test-'));
  const db = await openDatabase(join(folder, 'zapgate.db'));
  await sql`vacuum into ${join(copy, 'zapgate.db')}`.execute(db);
  await db.destroy();
  copyFileSync(join(folder, 'encryption.key'), join(copy, 'encryption.key'));
  return copy;
}
