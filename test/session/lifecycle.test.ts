import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConnectionUpdateData } from '../../clients/typescript/src/index.ts';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkedInstance, newNumber } from '../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({ QRCODE_LIMIT: '1' });
});
after(() => gateway.stop());

const stateOf = async (instance: string) =>
  (await gateway.client.instance.connectionState({ instance })).instance.state;

/** The updates of an instance from the given one on. */
const updates = (name: string) =>
  gateway.events
    .filter(({ type, instance_name }) => type === 'connection.update' && instance_name === name)
    .map(({ data }) => data as ConnectionUpdateData);

const update = (name: string, matches: (data: ConnectionUpdateData) => boolean) =>
  gateway.event(({ type, instance_name, data }) => {
    return type === 'connection.update' && instance_name === name && matches(data as ConnectionUpdateData);
  });

const opened = (name: string, times: number) =>
  update(name, () => updates(name).filter(({ state }) => state === 'open').length >= times);

async function receives(name: string, to: string): Promise<void> {
  const from = newNumber();
  await gateway.whatsapp.phone(from);
  const id = await gateway.whatsapp.send(from, to, 'still there?');
  await gateway.event(({ type, instance_name, data }) => {
    return (
      type === 'messages.upsert' && instance_name === name && (data as { key: { id: string } }).key.id === id
    );
  });
}

test('nobody scans the QR codes: the session gives up at the limit, says so, and can begin anew', async () => {
  const instance = 'unscanned';
  await gateway.client.instance.createInstance({ body: { instanceName: instance, qrcode: true } });
  await gateway.whatsapp.faults({ disconnect: true });
  await update(instance, ({ state }) => state === 'refused');
  assert.equal(await stateOf(instance), 'refused');
  assert.ok(
    gateway.events.some(({ type, data }) => type === 'qrcode.updated' && 'message' in (data as object)),
  );
  const qr = await gateway.client.instance.connectInstance({ instance });
  assert.ok('count' in qr && qr.count === 1);
});

for (const [fault, body] of [
  ['a dropped connection', (number: string) => ({ disconnect: { number } })],
  ['503', (number: string) => ({ streamError: { code: 503, number } })],
  ['515', (number: string) => ({ streamError: { code: 515, number } })],
] as const) {
  test(`${fault}: the session comes back by itself and receives`, async () => {
    const name = `after-${fault}`.replace(/\W/g, '-');
    const { number } = await linkedInstance(gateway, name);
    await gateway.whatsapp.faults(body(number));
    await opened(name, 2);
    assert.equal(await stateOf(name), 'open');
    await receives(name, number);
  });
}

test('WhatsApp refuses connections for a while: the session comes back when it takes them again', async () => {
  const { number } = await linkedInstance(gateway, 'refused-connections');
  await gateway.whatsapp.faults({ refuseUpgrade: 503, disconnect: { number } });
  await update(
    'refused-connections',
    ({ state, statusReason }) => state === 'connecting' && statusReason === 503,
  );
  await gateway.whatsapp.faults({ refuseUpgrade: 0 });
  await opened('refused-connections', 2);
  await receives('refused-connections', number);
});

test('unlinked at the phone: the session is over, says so, and can be linked again', async () => {
  const { number } = await linkedInstance(gateway, 'unlinked');
  await gateway.whatsapp.request('POST', `/phones/${number}/unlink`);
  await update('unlinked', ({ state, statusReason }) => state === 'close' && statusReason === 401);
  assert.equal(await stateOf('unlinked'), 'close');
  const qr = await gateway.client.instance.connectInstance({ instance: 'unlinked' });
  assert.ok('code' in qr);
  await gateway.whatsapp.request('POST', `/phones/${number}/link`, { qr: qr.code });
  await opened('unlinked', 2);
});

test('replaced by another socket: the session does not fight for it', async () => {
  const { number } = await linkedInstance(gateway, 'replaced');
  await gateway.whatsapp.faults({ replaced: { number } });
  await update('replaced', ({ state, statusReason }) => state === 'close' && statusReason === 440);
  assert.equal(await stateOf('replaced'), 'close');
  await gateway.client.instance.connectInstance({ instance: 'replaced' });
  assert.equal(await stateOf('replaced'), 'open', 'it is still linked');
});

test('a message that cannot be decrypted is asked for again, and recorded once', async () => {
  const { number } = await linkedInstance(gateway, 'garbled');
  await receives('garbled', number);
  await gateway.whatsapp.faults({ corruptNext: 1 });
  await receives('garbled', number);
  const { messages } = await gateway.client.chat.findMessages({ instance: 'garbled' });
  assert.equal(messages.total, 2);
});

test('a phone that cannot decrypt asks again, and gets the text', async () => {
  await linkedInstance(gateway, 'asked-again');
  const to = newNumber();
  await gateway.whatsapp.phone(to);
  await gateway.whatsapp.faults({ corruptNext: 1 });
  await gateway.client.message.sendText({
    instance: 'asked-again',
    body: { number: to, text: 'at the second try' },
  });
  await eventually('the text', async () => {
    const inbox = await gateway.whatsapp.inbox(to);
    return inbox.some(({ text }) => text === 'at the second try');
  });
});
