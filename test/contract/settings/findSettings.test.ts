import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('findSettings', () => gateway);

test('200: the defaults, in both spellings', async () => {
  const token = await newInstance(gateway, 'plain');
  assert.deepEqual(await gateway.clientWith(token).settings.findSettings({ instance: 'plain' }), {
    ...{ rejectCall: false, msgCall: '', groupsIgnore: false, alwaysOnline: false, readMessages: false },
    ...{ readStatus: false, syncFullHistory: false, wavoipToken: '', reject_call: false, msg_call: '' },
    ...{ groups_ignore: false, always_online: false, read_messages: false, read_status: false },
    sync_full_history: false,
  });
});

test('200: what the instance was created with', async () => {
  const body = { instanceName: 'set', groupsIgnore: true, msgCall: 'busy', wavoipToken: 'w' };
  await gateway.client.instance.createInstance({ body });
  assert.partialDeepStrictEqual(await gateway.client.settings.findSettings({ instance: 'set' }), {
    ...{ groupsIgnore: true, msgCall: 'busy', wavoipToken: 'w', groups_ignore: true, msg_call: 'busy' },
    rejectCall: false,
  });
});

test('400: a name that no instance can have', async () => {
  assertRefused(await call(gateway, 'GET', `/settings/find/${'x'.repeat(256)}`), 400);
});
