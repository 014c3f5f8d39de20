import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ZapgateClient } from '../../../clients/typescript/src/index.ts';
import { type Control, createControl, eventually } from '../../simulator/control-client.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../../simulator/simulator-process.ts';
import { KEY, whatsAppEnv } from '../../support/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../../support/gateway-process.ts';
import { newNumber } from '../../support/linked-instance.ts';

const instance = 'shop';
const [shop, ana] = [newNumber(), newNumber()];
const folder = mkdtempSync(join(tmpdir(), 'zapgate-crash-'));
let simulator: SimulatorProcess;
let whatsapp: Control;
let gateway: GatewayProcess;
let client: ZapgateClient;

before(async () => {
  simulator = await startSimulatorProcess();
  whatsapp = createControl(simulator.url);
  for (const number of [shop, ana]) {
    await whatsapp.phone(number);
    // A receipt would tell that a message has arrived, although WhatsApp has not said that it has it.
    await whatsapp.request('POST', `/phones/${number}/receipts`, { delivered: false });
  }
  await start();
  const created = await client.instance.createInstance({ body: { instanceName: instance, qrcode: true } });
  await whatsapp.request('POST', `/phones/${shop}/link`, { qr: created.qrcode?.code });
  await isOpen();
});
after(async () => {
  await gateway.stop();
  await simulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  gateway = await startGatewayProcess({ ...(await whatsAppEnv(whatsapp, folder)), DATA_DIR: folder });
  client = new ZapgateClient({ baseUrl: gateway.url, apiKey: KEY });
}

const isOpen = () =>
  eventually('the session is open', async () => {
    const { instance: found } = await client.instance.connectionState({ instance });
    return found.state === 'open';
  });

const send = (text: string, idempotencyKey: string) =>
  client.message.sendText({ instance, idempotencyKey, body: { number: ana, text } });

const shown = async (text: string) =>
  (await whatsapp.inbox(ana)).filter((message) => message.text === text).map(({ id }) => id);

const acknowledged = (id: string) =>
  eventually(`${id} is acknowledged`, async () => {
    const { messages } = await client.chat.findMessages({ instance, body: { where: { key: { id } } } });
    return messages.records[0]?.status === 'SERVER_ACK';
  });

test('killed before WhatsApp acknowledged a message: it is sent again, shown once, and answered the same', async () => {
  await whatsapp.faults({ dropAcks: true });
  const first = await send('Paid', 'order-1');
  await whatsapp.received(ana, first.key.id);
  await gateway.kill();
  await whatsapp.faults({ dropAcks: false });
  await start();
  assert.deepEqual(await send('Paid', 'order-1'), first);
  await isOpen();
  await acknowledged(first.key.id);
  await whatsapp.received(ana, (await send('Next', 'order-2')).key.id);
  assert.deepEqual(await shown('Paid'), [first.key.id]);
  const { body } = await whatsapp.request<{ duplicates: number }>('GET', '/stats');
  assert.ok(body.duplicates > 0, 'it did go out again');
});

test('killed at any moment while messages are sent: repeats with the same keys send each once', async () => {
  const texts = Array.from({ length: 12 }, (_, n) => `bill ${n}`);
  const sending = texts.map((text) => send(text, text).catch(() => undefined));
  await Promise.any(sending);
  await gateway.kill();
  await Promise.all(sending);
  await start();
  await isOpen();
  for (const text of texts) {
    const { key } = await send(text, text);
    await whatsapp.received(ana, key.id);
    await acknowledged(key.id);
    assert.deepEqual(await shown(text), [key.id]);
  }
});
