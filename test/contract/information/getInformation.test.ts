import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import packageJson from '../../../package.json' with { type: 'json' };
import { call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

test('200: anybody learns that the server is up, and its version', async () => {
  const information = await gateway.clientWith('').information.getInformation();
  assert.partialDeepStrictEqual(information, {
    status: 200,
    version: packageJson.version,
    clientName: 'zapgate',
    documentation: 'http://gateway.test/docs',
    swagger: 'http://gateway.test/docs',
  });
  assert.match(information.whatsappWebVersion, /^\d+\.\d+\.\d+$/);
});

test('200: under the base path, with and without a slash, and whatever the key', async () => {
  for (const path of ['/', '/whatsapp', '/whatsapp/', '/?'])
    for (const key of [null, 'wrong']) await call(gateway, 'GET', path, key).expect(200);
});
