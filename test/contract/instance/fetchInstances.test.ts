import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { InstanceRow } from '../../../clients/typescript/src/index.ts';
import { call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newInstance } from '../../support/linked-instance.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let cafeToken: string;

before(async () => {
  gateway = await startTestGateway();
  assert.deepEqual(await gateway.client.instance.fetchInstances(), []);
  shop = await linkedInstance(gateway);
  cafeToken = await newInstance(gateway, 'Café 1');
});
after(() => gateway.stop());

const names = (rows: InstanceRow[]) => rows.map(({ name }) => name);
const fetchOne = async (name: string): Promise<InstanceRow> => {
  const [row] = await gateway.client.instance.fetchInstances({ instanceName: name });
  assert.ok(row);
  return row;
};

test('200: the global key sees all, the oldest first, a bare or blank query being no filter', async () => {
  for (const query of ['', '?', '/', '/?', '?instanceName=&number='])
    assert.deepEqual(names((await call(gateway, 'GET', `/instance/fetchInstances${query}`)).body), [
      'shop',
      'Café 1',
    ]);
});

test('200: a linked instance, flat and in the words of older clients', async () => {
  const row = await fetchOne('shop');
  const ownerJid = `${shop.number}@s.whatsapp.net`;
  assert.partialDeepStrictEqual(row, {
    connectionStatus: 'open',
    ownerJid,
    profileName: 'Owner of shop',
    profilePicUrl: null,
    integration: 'WHATSAPP-BAILEYS',
    number: null,
    businessId: null,
    token: null,
    clientName: 'zapgate',
    disconnectionReasonCode: null,
    disconnectionObject: null,
    disconnectionAt: null,
    Proxy: null,
    Setting: { rejectCall: false, instanceId: row.id },
    _count: { Message: 0, Contact: 0, Chat: 0 },
  });
  assert.deepEqual(row.instance, {
    instanceName: 'shop',
    instanceId: row.id,
    owner: ownerJid,
    profileName: 'Owner of shop',
    profilePictureUrl: null,
    profileStatus: null,
    status: 'open',
    serverUrl: 'http://gateway.test',
    apikey: null,
    integration: { integration: 'WHATSAPP-BAILEYS', webhook_wa_business: null },
  });
});

test('200: an instance that was never connected', async () => {
  const row = await fetchOne('Café 1');
  assert.partialDeepStrictEqual(row, { connectionStatus: 'close', ownerJid: null, profileName: null });
});

test('200: stored messages are counted', async () => {
  await gateway.client.message.sendText({
    instance: 'shop',
    body: { number: shop.number, text: 'note to self' },
  });
  assert.equal((await fetchOne('shop'))._count.Message, 1);
});

test('200: the key of an instance sees that one only', async () => {
  const own = gateway.clientWith(shop.token).instance;
  assert.deepEqual(names(await own.fetchInstances()), ['shop']);
  assert.deepEqual(names(await own.fetchInstances({ instanceName: 'shop' })), ['shop']);
});

test('tokens are shown where the operator wants it, and are in clear in no file either way', async () => {
  assertNotOnDisk(gateway, shop.token, cafeToken);
  const exposing = await startTestGateway({ AUTHENTICATION_EXPOSE_IN_FETCH_INSTANCES: 'true' }, gateway);
  const token = await newInstance(exposing, 'open-handed');
  const [row] = await exposing.client.instance.fetchInstances();
  assert.equal(row?.token, token);
  assert.equal(row?.instance.apikey, token);
  assertNotOnDisk(exposing, token);
  await exposing.stop();
});

function assertNotOnDisk({ folder }: TestGateway, ...tokens: string[]): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  assert.ok(files.some(({ name }) => name.endsWith('.db')));
  for (const { parentPath, name } of files) {
    const content = readFileSync(join(parentPath, name));
    for (const token of tokens) assert.equal(content.includes(token), false, `${name} holds a token`);
  }
}
