import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Contact, newContact, presenceOf } from '../../support/contact.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { startHttpProxy } from '../../support/http-proxy.ts';
import { assertReceives, opened, QUICK } from '../../support/life.ts';
import { type LinkedInstance, linkedInstance } from '../../support/linked-instance.ts';

let gateway: TestGateway;
let ana: Contact;

before(async () => {
  gateway = await startTestGateway({}, undefined, QUICK);
  ana = await newContact(gateway, 'Ana');
});
after(async () => {
  await ana.client.end();
  await gateway.stop();
});

/** Goes online in some way, loses the connection, and has to be seen online again. */
async function assertOnlineAgain(shop: LinkedInstance, goOnline: () => Promise<unknown>): Promise<void> {
  await ana.client.socket().presenceSubscribe(`${shop.number}@s.whatsapp.net`);
  const online = presenceOf(ana, 'available');
  await goOnline();
  await online;
  const gone = presenceOf(ana, 'unavailable');
  await gateway.whatsapp.faults({ disconnect: { number: shop.number } });
  await gone;
  await presenceOf(ana, 'available');
}

test('alwaysOnline holds on a new connection', async () => {
  const shop = await linkedInstance(gateway, 'always');
  const settings = { rejectCall: false, groupsIgnore: false, readMessages: false, readStatus: false };
  await assertOnlineAgain(shop, () =>
    gateway.client.settings.setSettings({
      instance: shop.name,
      body: { ...settings, alwaysOnline: true, syncFullHistory: false },
    }),
  );
});

test('a presence that was set holds on a new connection', async () => {
  const shop = await linkedInstance(gateway, 'present');
  await assertOnlineAgain(shop, () =>
    gateway.client.instance.setPresence({ instance: shop.name, body: { presence: 'available' } }),
  );
});

test('a new connection goes by the same proxy', async () => {
  const { name, number } = await linkedInstance(gateway, 'proxied');
  const proxy = await startHttpProxy();
  const { host, port } = proxy;
  await gateway.client.proxy.setProxy({
    instance: name,
    body: { enabled: true, protocol: 'http', host, port },
  });
  await opened(gateway, name, 2);
  const before = proxy.tunnels.length;
  await gateway.whatsapp.faults({ disconnect: { number } });
  await opened(gateway, name, 3);
  const chat = new URL(gateway.simulator.socketUrl).host;
  assert.deepEqual(proxy.tunnels.slice(before), [chat]);
  await assertReceives(gateway, name, number);
  await gateway.client.proxy.setProxy({
    instance: name,
    body: { enabled: false, protocol: 'http', host, port },
  });
  await proxy.stop();
});
