import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { startHttpProxy } from '../../support/http-proxy.ts';
import { newInstance } from '../../support/linked-instance.ts';
import type { TestProxy } from '../../support/proxy-server.ts';
import { testRefusals } from '../../support/refusals.ts';

const LOGIN = { username: 'shop', password: 'a-password-to-be-found' };

let gateway: TestGateway;
let proxy: TestProxy;

before(async () => {
  gateway = await startTestGateway();
  await newInstance(gateway, 'shop');
  proxy = await startHttpProxy({ login: `${LOGIN.username}:${LOGIN.password}` });
});
after(async () => {
  await gateway.stop();
  await proxy.stop();
});

testRefusals('findProxy', () => gateway);

const find = () => gateway.client.proxy.findProxy({ instance: 'shop' });
const OFF = { enabled: false, host: '', port: '', protocol: '', username: '', password: '' };

test('200: none was ever set', async () => {
  assert.deepEqual(await find(), OFF);
});

test('200: the proxy as it was set, encrypted on disk; none again after it was switched off', async () => {
  const { host, port } = proxy;
  const body = { enabled: true, host, port, protocol: 'http', ...LOGIN } as const;
  await gateway.client.proxy.setProxy({ instance: 'shop', body });
  const { id, createdAt, updatedAt, instanceId, ...stored } = await find();
  assert.deepEqual(stored, body);
  assert.ok(id && createdAt && updatedAt && instanceId);
  for (const file of await readdir(gateway.folder)) {
    const text = readFileSync(join(gateway.folder, file), 'latin1');
    assert.ok(!text.includes(LOGIN.password), file);
  }
  await gateway.client.proxy.setProxy({ instance: 'shop', body: { enabled: false } });
  assert.deepEqual(await find(), OFF);
});
