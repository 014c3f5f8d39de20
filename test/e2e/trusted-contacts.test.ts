import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkedInstance, newNumber } from '../support/linked-instance.ts';

let gateway: TestGateway;
before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

/** How often contacts have been made trusted ones. */
async function given(): Promise<number> {
  const { body } = await gateway.whatsapp.request<{ iqs: Record<string, number> }>('GET', '/stats');
  return body.iqs['privacy:set:tokens'] ?? 0;
}

test('a contact is made a trusted one with the first message, and not again with each', async () => {
  const { name } = await linkedInstance(gateway);
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  const write = async (text: string): Promise<void> => {
    const { key } = await gateway.client.message.sendText({ instance: name, body: { number, text } });
    await gateway.whatsapp.received(number, String(key.id));
  };
  await write('first');
  await eventually('a token', async () => (await given()) === 1);
  for (const text of ['second', 'third', 'fourth', 'fifth']) await write(text);
  const before = await given();
  for (const text of ['sixth', 'seventh', 'eighth']) await write(text);
  assert.equal(await given(), before);
});
