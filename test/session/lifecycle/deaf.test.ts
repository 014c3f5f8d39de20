import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { eventually } from '../../simulator/control-client.ts';
import { call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { assertOnTheWay, assertReceives, opened, rowOf, tells, told, WATCHFUL } from '../../support/life.ts';
import { linkedInstance, newNumber } from '../../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({}, undefined, WATCHFUL);
});
afterEach(() => gateway.whatsapp.request('DELETE', '/faults'));
after(() => gateway.stop());

const healthOf = async (name: string) => (await rowOf(gateway, name)).health;

/** The session is reported as deaf, and heals once WhatsApp answers again. */
async function assertHeals(name: string, number: string, reason: string): Promise<void> {
  assert.equal((await tells(gateway, name, 'connecting 408')).reason, reason);
  assert.equal((await healthOf(name))?.status, 'deaf');
  await assertOnTheWay(gateway, name);
  await gateway.whatsapp.request('DELETE', '/faults');
  await opened(gateway, name, 2);
  await assertReceives(gateway, name, number);
  await eventually('it is well', async () => (await healthOf(name))?.status === 'ok');
}

test('a session that is well says so', async () => {
  const { number } = await linkedInstance(gateway, 'well');
  await assertReceives(gateway, 'well', number);
  const health = await healthOf('well');
  assert.partialDeepStrictEqual(health, { status: 'ok', unansweredQueries: 0, failedDecryptions: 0 });
  assert.ok(Date.parse(String(health?.lastFrameAt)) <= Date.now());
  assert.deepEqual(told(gateway, 'well'), ['connecting 200', 'open 200'], 'the watchdog leaves it alone');
});

test('WhatsApp falls silent: the session notices, says so, and connects anew', async () => {
  const { number } = await linkedInstance(gateway, 'silent');
  await gateway.whatsapp.faults({ silent: true });
  await assertHeals('silent', number, 'WhatsApp has fallen silent');
});

test('WhatsApp answers pings and nothing else: the session notices, says so, and connects anew', async () => {
  const { number } = await linkedInstance(gateway, 'unanswered');
  await gateway.whatsapp.faults({ ignoreQueries: true });
  const asked = Array.from({ length: 3 }, () =>
    call(gateway, 'POST', '/chat/whatsappNumbers/unanswered').send({ numbers: [newNumber()] }),
  );
  const [answers] = await Promise.all([
    Promise.all(asked),
    assertHeals('unanswered', number, 'WhatsApp answers no queries'),
  ]);
  for (const { status } of answers) assert.notEqual(status, 200, 'nobody is told that nobody was found');
});

test('message after message cannot be decrypted: the session says so, until one can', async () => {
  const { number } = await linkedInstance(gateway, 'garbled');
  const from = newNumber();
  await gateway.whatsapp.phone(from);
  await gateway.whatsapp.faults({ corruptNext: 1_000 });
  for (const text of ['one', 'two', 'three']) await gateway.whatsapp.send(from, number, text);
  await eventually('so many failures', async () => (await healthOf('garbled'))?.status === 'undecryptable');
  await gateway.whatsapp.faults({ corruptNext: 0 });
  await assertReceives(gateway, 'garbled', number);
  assert.partialDeepStrictEqual(await healthOf('garbled'), { status: 'ok', failedDecryptions: 0 });
});
