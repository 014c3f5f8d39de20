import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { isState, type LinkedInstance, linkedInstance, newNumber } from '../support/linked-instance.ts';
import { arrived } from '../support/messages.ts';

type Seen = { presences: { from: string; presence: string }[] };

let gateway: TestGateway;
let shop: LinkedInstance;
const ana = newNumber();

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  await gateway.whatsapp.phone(ana, 'Ana');
  await gateway.whatsapp.request('POST', `/phones/${ana}/presence`, { subscribe: shop.number });
});
after(() => gateway.stop());

const set = (alwaysOnline: boolean) =>
  gateway.client.settings.setSettings({ instance: 'shop', body: { alwaysOnline } });

/** What Ana has seen of the shop so far, oldest first. */
async function seen(): Promise<string[]> {
  const { body } = await gateway.whatsapp.request<Seen>('GET', `/phones/${ana}`);
  return body.presences.filter(({ from }) => from.startsWith(shop.number)).map(({ presence }) => presence);
}

const isNow = (presence: string) =>
  eventually(`the shop is ${presence}`, async () => (await seen()).at(-1) === presence);

async function reconnects(): Promise<void> {
  const opened = gateway.nextEvent(isState('shop', 'open'));
  await gateway.whatsapp.faults({ disconnect: { number: shop.number } });
  await opened;
}

test('the account is not online by itself, not even when it writes', async () => {
  await gateway.client.message.sendText({ instance: 'shop', body: { number: ana, text: 'hello' } });
  await arrived(gateway, ana, shop.number, 'hello');
  await reconnects();
  await arrived(gateway, ana, shop.number, 'still here?');
  assert.ok(!(await seen()).includes('available'), String(await seen()));
});

test('alwaysOnline: it is seen at once', async () => {
  await set(true);
  await isNow('available');
});

test('alwaysOnline: it is so after the connection was lost, and after a restart', async () => {
  for (const again of [
    reconnects,
    () => gateway.client.instance.restartInstance({ instance: 'shop' }),
    () => gateway.client.instance.restartInstance({ instance: 'shop' }),
  ]) {
    const before = (await seen()).length;
    await again();
    await eventually('gone and back', async () => {
      const news = (await seen()).slice(before);
      return news[0] === 'unavailable' && news.at(-1) === 'available';
    });
  }
});

test('alwaysOnline: other settings leave it as it is', async () => {
  const before = await seen();
  await gateway.client.settings.setSettings({ instance: 'shop', body: { readMessages: true } });
  await arrived(gateway, ana, shop.number, 'anything new?');
  assert.deepEqual(await seen(), before);
});

test('switched off, it is seen at once, and stays so', async () => {
  await set(false);
  await isNow('unavailable');
  const before = (await seen()).length;
  await reconnects();
  await arrived(gateway, ana, shop.number, 'where are you?');
  assert.ok(!(await seen()).slice(before).includes('available'));
});

test('an instance that is created so is online from its link on', async () => {
  const number = newNumber();
  await gateway.whatsapp.phone(number, 'Night shift');
  await gateway.whatsapp.request('POST', `/phones/${ana}/presence`, { subscribe: number });
  const body = {
    instanceName: 'night',
    integration: 'WHATSAPP-BAILEYS',
    qrcode: true,
    alwaysOnline: true,
  } as const;
  const { qrcode } = await gateway.client.instance.createInstance({ body });
  await gateway.whatsapp.request('POST', `/phones/${number}/link`, { qr: qrcode?.code });
  await eventually('the new one is online', async () => {
    const { body } = await gateway.whatsapp.request<Seen>('GET', `/phones/${ana}`);
    return body.presences.some(({ from, presence }) => from.startsWith(number) && presence === 'available');
  });
});
