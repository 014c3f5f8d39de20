import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('setSettings', () => gateway);

/** Each test has an instance of its own. */
let name = '';
let made = 0;

beforeEach(async () => {
  name = `shop ${++made}`;
  await newInstance(gateway, name);
});

const set = (body: unknown) =>
  call(gateway, 'POST', `/settings/set/${encodeURIComponent(name)}`).send(body as object);
const find = () => gateway.client.settings.findSettings({ instance: name });

test('201: what is given changes, the rest stays, and the answer has both spellings', async () => {
  const { client } = gateway;
  await client.settings.setSettings({ instance: name, body: { rejectCall: true, msgCall: 'busy' } });
  const { settings } = await client.settings.setSettings({ instance: name, body: { readMessages: true } });
  assert.equal(settings.instanceName, name);
  assert.deepEqual(settings.settings, {
    ...{ rejectCall: true, msgCall: 'busy', groupsIgnore: false, alwaysOnline: false, readMessages: true },
    ...{ readStatus: false, syncFullHistory: false, wavoipToken: '', reject_call: true, msg_call: 'busy' },
    ...{ groups_ignore: false, always_online: false, read_messages: true, read_status: false },
    sync_full_history: false,
  });
  assert.deepEqual(await find(), settings.settings);
});

/** Bodies as clients write them, and what they change. */
const SPELLINGS: Record<string, [object, object]> = {
  'snake case': [
    { reject_call: true, msg_call: 'no', groups_ignore: true, always_online: true, sync_full_history: true },
    { rejectCall: true, msgCall: 'no', groupsIgnore: true, alwaysOnline: true, syncFullHistory: true },
  ],
  'booleans as text': [
    { rejectCall: 'TRUE', readStatus: 'true', groupsIgnore: 'False' },
    { rejectCall: true, readStatus: true, groupsIgnore: false },
  ],
  'nulls, blanks and fields nobody knows': [
    { rejectCall: null, groupsIgnore: '', alwaysOnline: true, colour: 'red' },
    { rejectCall: false, groupsIgnore: false, alwaysOnline: true },
  ],
  'both spellings, of which camel case counts': [
    { readMessages: true, read_messages: false },
    { readMessages: true, read_messages: true },
  ],
};

for (const [spelling, [body, changed]] of Object.entries(SPELLINGS)) {
  test(`201: ${spelling}`, async () => {
    await set(body).expect(201);
    assert.partialDeepStrictEqual(await find(), changed);
  });
}

test('201: a text can be emptied again', async () => {
  await set({ msgCall: 'busy' }).expect(201);
  await set({ msgCall: '' }).expect(201);
  assert.equal((await find()).msgCall, '');
});

test('201: as a form', async () => {
  await set('rejectCall=true&msgCall=busy').expect(201);
  assert.partialDeepStrictEqual(await find(), { rejectCall: true, msgCall: 'busy' });
});

/** What is refused, and the whole message. */
const REFUSED: [unknown, string][] = [
  [{ rejectCall: 'perhaps' }, 'instance.rejectCall must be a boolean'],
  [{ msgCall: 'x'.repeat(101) }, 'instance.msgCall must have at most 100 characters'],
  [{ msg_call: { text: 'busy' } }, 'instance.msgCall must be a string'],
  [{}, 'instance must not be empty'],
  [[], 'instance must not be empty'],
  [[true], 'The body must be a JSON object'],
];

for (const [body, message] of REFUSED) {
  test(`400: ${JSON.stringify(body).slice(0, 40)}, and nothing changes`, async () => {
    const before = await find();
    assertRefused(await set(body), 400, [message]);
    assert.deepEqual(await find(), before);
  });
}
