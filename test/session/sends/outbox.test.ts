import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { isState, type LinkedInstance, linkedInstance, newNumber } from '../../support/linked-instance.ts';
import { inInbox, statusEvent } from '../../support/messages.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
const instance = 'shop';
const ana = newNumber();

before(async () => {
  gateway = await startTestGateway({}, undefined, { operationMs: 2_000 });
  shop = await linkedInstance(gateway);
  await gateway.whatsapp.phone(ana, 'Ana');
  // A receipt would tell that a message has arrived, although WhatsApp has not said that it has it.
  for (const number of [ana, shop.number])
    await gateway.whatsapp.request('POST', `/phones/${number}/receipts`, { delivered: false });
});
after(() => gateway.stop());

const send = async (text: string): Promise<string> => {
  const { key, status } = await gateway.client.message.sendText({ instance, body: { number: ana, text } });
  assert.equal(status, 'PENDING');
  return key.id;
};

const statusOf = async (id: string) => {
  const { messages } = await gateway.client.chat.findMessages({ instance, body: { where: { key: { id } } } });
  return messages.records[0]?.status;
};

/** Cuts the connection. Resolves when there is one again. */
async function reconnect(): Promise<void> {
  const opened = gateway.nextEvent(isState(instance, 'open'));
  await gateway.whatsapp.faults({ disconnect: { number: shop.number } });
  await opened;
}

const duplicates = async (): Promise<number> =>
  (await gateway.whatsapp.request<{ duplicates: number }>('GET', '/stats')).body.duplicates;

/** Ana's messages of these texts, in the order in which her phone shows them. */
const shown = async (texts: string[]) => {
  const inbox = await gateway.whatsapp.inbox(ana);
  return inbox.map(({ text }) => text).filter((text) => texts.includes(text ?? ''));
};

test('what WhatsApp has not acknowledged goes out again under its id, oldest first, and is shown once', async () => {
  const texts = ['one', 'two', 'three'];
  await gateway.whatsapp.faults({ dropAcks: true });
  const ids: string[] = [];
  for (const text of texts) ids.push(await send(text));
  for (const id of ids) await inInbox(gateway, ana, id);
  const known = await duplicates();
  await gateway.whatsapp.faults({ dropAcks: false });
  await reconnect();
  for (const id of ids) await statusEvent(gateway, id, 'SERVER_ACK');
  await eventually('the repeats', async () => (await duplicates()) >= known + texts.length);
  assert.deepEqual(await shown(texts), texts);
});

test('what WhatsApp has acknowledged, or refused, does not go out again', async () => {
  const taken = await send('taken');
  await statusEvent(gateway, taken, 'SERVER_ACK');
  await gateway.whatsapp.faults({ ackError: 479 });
  const refused = await send('refused');
  await statusEvent(gateway, refused, 'ERROR');
  await gateway.whatsapp.faults({ ackError: 0 });
  const known = await duplicates();
  await reconnect();
  const next = await send('next');
  await statusEvent(gateway, next, 'SERVER_ACK');
  await inInbox(gateway, ana, next);
  assert.equal(await duplicates(), known);
  assert.equal(await statusOf(refused), 'ERROR');
});

test('WhatsApp is silent while a message is sent: 201 and PENDING, and it arrives when it is back', async () => {
  await gateway.whatsapp.faults({ silent: true });
  const id = await send('into the void');
  assert.equal(await statusOf(id), 'PENDING');
  await gateway.whatsapp.faults({ silent: false });
  await reconnect();
  assert.equal((await inInbox(gateway, ana, id)).text, 'into the void');
  await statusEvent(gateway, id, 'SERVER_ACK');
});

test('the connection is lost while messages to new chats are sent: each arrives, once', async () => {
  const numbers = Array.from({ length: 20 }, newNumber);
  for (const number of numbers) await gateway.whatsapp.phone(number);
  await gateway.client.chat.whatsappNumbers({ instance, body: { numbers } });
  const opened = gateway.nextEvent(isState(instance, 'open'));
  const sends = numbers.map((number) =>
    gateway.client.message.sendText({ instance, body: { number, text: 'hello' } }),
  );
  await sends[0];
  await gateway.whatsapp.faults({ disconnect: { number: shop.number } });
  const outcomes = await Promise.allSettled(sends);
  await opened;
  for (const [index, outcome] of outcomes.entries()) {
    const number = numbers[index] ?? '';
    if (outcome.status === 'rejected') assert.equal((await gateway.whatsapp.inbox(number)).length, 0);
    else {
      await inInbox(gateway, number, outcome.value.key.id);
      await statusEvent(gateway, outcome.value.key.id, 'SERVER_ACK');
      assert.equal((await gateway.whatsapp.inbox(number)).length, 1);
    }
  }
});

test('an edit that WhatsApp has not acknowledged goes out again as well', async () => {
  const id = await send('draft');
  await statusEvent(gateway, id, 'SERVER_ACK');
  await gateway.whatsapp.faults({ dropAcks: true });
  const key = { id, fromMe: true, remoteJid: `${ana}@s.whatsapp.net` };
  const body = { number: ana, text: 'final', key };
  const change = await gateway.client.chat.updateMessage({ instance, body });
  await inInbox(gateway, ana, change.key.id);
  const known = await duplicates();
  await gateway.whatsapp.faults({ dropAcks: false });
  await reconnect();
  await eventually('the repeat', async () => (await duplicates()) > known);
});

test('what was sent before the account was unlinked does not go out for another one', async () => {
  await gateway.whatsapp.faults({ dropAcks: true });
  const id = await send('from the old account');
  await inInbox(gateway, ana, id);
  await gateway.whatsapp.faults({ dropAcks: false });
  await gateway.client.instance.logoutInstance({ instance });
  const qr = await gateway.client.instance.connectInstance({ instance });
  const other = newNumber();
  await gateway.whatsapp.phone(other);
  const code = 'code' in qr ? qr.code : undefined;
  await gateway.whatsapp.request('POST', `/phones/${other}/link`, { qr: code });
  const { data } = await statusEvent(gateway, id, 'ERROR');
  assert.match(String((data as { reason?: string }).reason), /unlinked/);
});
