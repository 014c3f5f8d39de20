import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readEnv } from '../../../server/config.ts';
import { eventually } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { linkedInstance, newNumber } from '../../support/linked-instance.ts';

let gateway: TestGateway;
const clock = createFakeClock();
const ana = newNumber();

before(async () => {
  gateway = await startTestGateway({ SEND_RATE: '6/min' }, undefined, { clock });
  await linkedInstance(gateway);
  await gateway.whatsapp.phone(ana);
});
after(() => gateway.stop());

const post = (text: string) => call(gateway, 'POST', '/message/sendText/shop').send({ number: ana, text });

test('sends wait for their turn; one whose turn would be too late is a 429 that says when to come back', async () => {
  await post('one').expect(201);
  const second = post('two').then((response) => response);
  const third = post('three').then((response) => response);
  const refused = await eventually('no room', async () => {
    const response = await post('too many');
    return response.status === 429 && response;
  });
  assertRefused(refused, 429);
  assert.ok(Number(refused.headers['retry-after']) > 0);
  clock.advance(10_000);
  assert.equal((await second).status, 201);
  clock.advance(10_000);
  assert.equal((await third).status, 201);
  const inbox = await eventually('all of them', async () => {
    const messages = await gateway.whatsapp.inbox(ana);
    return messages.length >= 3 && messages;
  });
  assert.deepEqual(
    inbox.map(({ text }) => text),
    ['one', 'two', 'three'],
  );
});

test('whoever waits when the instance is logged out is told that it is not connected', async () => {
  const first = post('four').then((response) => response);
  const second = post('five').then((response) => response);
  await eventually('a full queue', async () => (await post('six')).status === 429);
  await gateway.client.instance.logoutInstance({ instance: 'shop' });
  for (const response of [await first, await second]) {
    assertRefused(response, 400, ['Error: Connection Closed', 'The "shop" instance is not connected']);
  }
});

test('a rate that cannot be used stops the start, and says what would be right', () => {
  assert.equal(readEnv({ SEND_RATE: '20/min' }).sendEveryMs, 3_000);
  assert.equal(readEnv({ SEND_RATE: '2/s' }).sendEveryMs, 500);
  assert.equal(readEnv({}).sendEveryMs, undefined);
  for (const SEND_RATE of ['20', '0/min', '20/day', 'fast'])
    assert.throws(() => readEnv({ SEND_RATE }), /SEND_RATE is ".*"; it must be .* such as 20\/min/);
});
