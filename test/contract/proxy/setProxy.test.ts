import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { assertRefused, call } from '../../support/call.ts';
import { startHttpProxy } from '../../support/http-proxy.ts';
import { isState, newInstance } from '../../support/linked-instance.ts';
import type { TestProxy } from '../../support/proxy-server.ts';
import { testRefusals } from '../../support/refusals.ts';
import { openShop, type Shop } from '../../support/shop.ts';
import { startSocksProxy } from '../../support/socks-proxy.ts';

const LOGIN = { username: 'shop', password: 'p@ss:w/ord' };
const login = `${LOGIN.username}:${LOGIN.password}`;

let world: Shop;
let http: TestProxy;
let socks: TestProxy;

before(async () => {
  world = await openShop();
  http = await startHttpProxy({ login });
  socks = await startSocksProxy();
});
after(async () => {
  await world.stop();
  await http.stop();
  await socks.stop();
});

testRefusals('setProxy', () => world.gateway);

const set = (body: object, name = 'shop') => call(world.gateway, 'POST', `/proxy/set/${name}`).send(body);
const at = ({ host, port }: TestProxy) => ({ enabled: true, host, port });

/** What Ana sees of a text that the shop sends now, by way of whatever it has. */
async function sends(text: string): Promise<void> {
  const body = { number: world.ana.number, text };
  await world.gateway.client.message.sendText({ instance: 'shop', body });
  await world.ana.client.text(text);
}

async function sendsImage(): Promise<void> {
  const red = { width: 8, height: 8, channels: 3, background: 'red' } as const;
  const media = (await sharp({ create: red }).png().toBuffer()).toString('base64');
  const body = { number: world.ana.number, mediatype: 'image', media } as const;
  await world.gateway.client.message.sendMedia({ instance: 'shop', body });
}

test('201: the session goes by the proxy at once, by another one at once, and by none at once', async () => {
  const reopened = () => world.gateway.nextEvent(isState('shop', 'open'));
  const chatHost = new URL(world.gateway.simulator.socketUrl).host;
  const first = { ...at(http), protocol: 'http', ...LOGIN };
  let opened = reopened();
  const { status, body } = await set(first);
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(body, { proxy: { instanceName: 'shop', proxy: first } });
  await opened;
  assert.deepEqual(http.tunnels, [chatHost, chatHost]);
  assert.equal(http.open(), 1);
  await sends('by http');
  await sendsImage();
  assert.notEqual(http.tunnels.at(-1), chatHost);

  opened = reopened();
  await set({ ...at(socks), protocol: 'socks5' }).expect(201);
  await opened;
  assert.deepEqual(socks.tunnels, [chatHost, chatHost]);
  assert.equal(http.open(), 0);
  await sends('by socks5');

  opened = reopened();
  const off = await set({ enabled: '' });
  const none = { enabled: false, host: '', port: '', protocol: '', username: '', password: '' };
  assert.deepEqual(off.body, { proxy: { instanceName: 'shop', proxy: none } });
  await opened;
  assert.equal(socks.open(), 0);
  await sends('by nothing');
});

test('400: a proxy that does not work is not stored, and the password is not told', async () => {
  const before = await world.gateway.client.proxy.findProxy({ instance: 'shop' });
  const password = 'not-the-password';
  const response = await set({ ...at(http), protocol: 'http', ...LOGIN, password });
  assertRefused(response, 400);
  assert.equal(response.body.response.message[0], 'Invalid proxy');
  assert.doesNotMatch(response.text, /not-the-password/);
  assert.deepEqual(await world.gateway.client.proxy.findProxy({ instance: 'shop' }), before);
  await sends('undisturbed');
});

test('400: a field is missing', async () => {
  for (const [body, missing] of [
    [{ enabled: true }, 'host'],
    [{ enabled: 'true', host: 'p' }, 'port'],
    [{ enabled: true, host: 'p', port: 8080, protocol: '' }, 'protocol'],
  ] as const) {
    assertRefused(await set(body), 400, [`instance requires property "${missing}"`]);
  }
});

test('201: an instance that is not connected is not connected by it; the object of version 1 will do', async () => {
  const { body } = await set({ enabled: true, proxy: { ...at(socks), protocol: 'socks4' } }, 'closed');
  assert.equal(body.proxy?.proxy.protocol, 'socks4', JSON.stringify(body));
  const state = await world.gateway.client.instance.connectionState({ instance: 'closed' });
  assert.equal(state.instance.state, 'close');
});

test('201: an instance is created with a proxy, and connects by it', async () => {
  const tunnels = http.tunnels.length;
  const proxyFields = {
    ...{ proxyHost: http.host, proxyPort: Number(http.port), proxyProtocol: 'http' },
    ...{ proxyUsername: LOGIN.username, proxyPassword: LOGIN.password },
  };
  const { status, body } = await call(world.gateway, 'POST', '/instance/create').send({
    instanceName: 'behind a proxy',
    qrcode: true,
    ...proxyFields,
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.ok(body.qrcode.code);
  assert.equal(http.tunnels.length, tunnels + 2);
  const stored = await world.gateway.client.proxy.findProxy({ instance: 'behind a proxy' });
  assert.partialDeepStrictEqual(stored, { ...at(http), protocol: 'http', ...LOGIN });
  const [listed] = await world.gateway.client.instance.fetchInstances({ instanceName: 'behind a proxy' });
  const { password, ...shown } = stored;
  assert.equal(password, LOGIN.password);
  assert.deepEqual(listed?.Proxy, shown);

  const refused = await call(world.gateway, 'POST', '/instance/create').send({
    instanceName: 'behind a broken one',
    ...proxyFields,
    proxyPassword: 'wrong',
  });
  assertRefused(refused, 400);
  assert.equal(refused.body.response.message[0], 'Invalid proxy');
  await newInstance(world.gateway, 'behind a broken one');
});
