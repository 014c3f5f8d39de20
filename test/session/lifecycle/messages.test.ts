import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { eventually } from '../../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { assertReceives, opened, QUICK, stateOf, tells, told } from '../../support/life.ts';
import { linkedInstance, newNumber } from '../../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({}, undefined, QUICK);
});
afterEach(() => gateway.whatsapp.request('DELETE', '/faults'));
after(() => gateway.stop());

/** A new phone to write to. */
async function newPhone(): Promise<string> {
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  return number;
}

const send = (instance: string, number: string, text: string) =>
  gateway.client.message.sendText({ instance, body: { number, text } });

const reads = (number: string, text: string) =>
  eventually(`${number} reads ${text}`, async () =>
    (await gateway.whatsapp.inbox(number)).some((message) => message.text === text),
  );

const textsOf = async (instance: string): Promise<unknown[]> => {
  const { messages } = await gateway.client.chat.findMessages({ instance });
  return messages.records.map(({ message }) => message.conversation);
};

/** None of these faults concerns the connection. */
const assertUndisturbed = (name: string): void =>
  assert.deepEqual(told(gateway, name), ['connecting 200', 'open 200']);

test('WhatsApp acknowledges nothing: sends are answered, and arrive', async () => {
  await linkedInstance(gateway, 'unacked');
  const to = await newPhone();
  await gateway.whatsapp.faults({ dropAcks: true });
  const sent = await send('unacked', to, 'no answer');
  assert.equal(sent.status, 'PENDING');
  await reads(to, 'no answer');
  assertUndisturbed('unacked');
});

test('WhatsApp refuses a message: it gets the status ERROR, and the next one goes through', async () => {
  await linkedInstance(gateway, 'refused');
  const to = await newPhone();
  await gateway.whatsapp.faults({ ackError: 479 });
  const { key } = await send('refused', to, 'refused');
  await gateway.event(({ type, data }) => {
    const update = data as { keyId?: string; status?: string };
    return type === 'messages.update' && update.keyId === key.id && update.status === 'ERROR';
  });
  await gateway.whatsapp.faults({ ackError: 0 });
  await send('refused', to, 'taken');
  await reads(to, 'taken');
  assertUndisturbed('refused');
});

test('a message that cannot be decrypted is asked for again, and recorded once', async () => {
  const { number } = await linkedInstance(gateway, 'garbled');
  await assertReceives(gateway, 'garbled', number);
  await gateway.whatsapp.faults({ corruptNext: 1 });
  await assertReceives(gateway, 'garbled', number);
  assert.equal((await textsOf('garbled')).length, 2);
  assertUndisturbed('garbled');
});

test('a phone that cannot decrypt asks again, and gets the text', async () => {
  await linkedInstance(gateway, 'asked again');
  const to = await newPhone();
  await gateway.whatsapp.faults({ corruptNext: 1 });
  await send('asked again', to, 'at the second try');
  await reads(to, 'at the second try');
  assertUndisturbed('asked again');
});

test('what is sent to a session that is away waits for it, and comes in its order', async () => {
  const { number } = await linkedInstance(gateway, 'away');
  const from = await newPhone();
  await gateway.whatsapp.faults({ disconnect: { number }, refuseUpgrade: 503 });
  await tells(gateway, 'away', 'connecting 503');
  const texts = ['one', 'two', 'three', 'four', 'five'];
  for (const text of texts) await gateway.whatsapp.send(from, number, text);
  await gateway.whatsapp.faults({ refuseUpgrade: 0 });
  await opened(gateway, 'away', 2);
  await eventually('all are stored', async () => (await textsOf('away')).length === texts.length);
  assert.deepEqual((await textsOf('away')).toReversed(), texts);
});

test('a slow network delays, and breaks nothing', async () => {
  await gateway.whatsapp.faults({ latencyMs: 100 });
  const { number } = await linkedInstance(gateway, 'slow');
  const to = await newPhone();
  await send('slow', to, 'slowly');
  await reads(to, 'slowly');
  await assertReceives(gateway, 'slow', number);
  assert.equal(await stateOf(gateway, 'slow'), 'open');
  assertUndisturbed('slow');
});
