import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('verifyCredentials', () => gateway);

const VALID = {
  status: 200,
  message: 'Credentials are valid',
  facebookAppId: '',
  facebookConfigId: '',
  facebookUserToken: '',
};

test('200: the global key is valid', async () => {
  assert.deepEqual(await gateway.client.information.verifyCredentials(), VALID);
});

test('200: JSON is announced and nothing sent', async () => {
  const response = await call(gateway, 'POST', '/verify-creds').set('content-type', 'application/json');
  assert.deepEqual(response.body, VALID);
});
