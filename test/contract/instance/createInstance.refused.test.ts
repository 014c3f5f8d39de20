import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { REFUSED } from './create-bodies.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('createInstance', () => gateway);

const create = (body: object) => call(gateway, 'POST', '/instance/create').send(body);

describe('403', () => {
  before(() => newInstance(gateway, 'Taken'));

  for (const instanceName of ['Taken', 'tAKEN', '  taken ']) {
    test(`the name is in use: ${JSON.stringify(instanceName)}`, async () => {
      const message = [`This name "${instanceName.trim()}" is already in use.`];
      assertRefused(await create({ instanceName }), 403, message);
    });
  }

  test('the token is that of another instance', async () => {
    await create({ instanceName: 'first of two', token: 'shared' }).expect(201);
    const response = await create({ instanceName: 'second of two', token: 'shared' });
    assertRefused(response, 403, ['This token is already in use.']);
    await call(gateway, 'GET', '/instance/connectionState/second%20of%20two').expect(404);
  });
});

for (const [body, named] of REFUSED) {
  test(`400: ${JSON.stringify(body).slice(0, 60)}, and nothing is created`, async () => {
    const response = await create({ instanceName: 'refused', ...body });
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
    await call(gateway, 'GET', '/instance/connectionState/refused').expect(404);
  });
}
