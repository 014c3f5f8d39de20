import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { WebSocketServer } from 'ws';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { assertOnTheWay, assertReceives, opened, QUICK, tells, told } from '../../support/life.ts';
import { linkedInstance } from '../../support/linked-instance.ts';
import { type Relay, startRelay } from '../../support/relay.ts';

let network: TestGateway;
let relay: Relay;

before(async () => {
  network = await startTestGateway({}, undefined, QUICK);
  relay = await startRelay(network.simulator.socketUrl);
});
after(async () => {
  await relay.down();
  await network.stop();
});

/** Waits until WhatsApp could not be reached so many times. */
const failed = (gateway: TestGateway, name: string, times: number) =>
  gateway.event(() => told(gateway, name).filter((what) => what === 'connecting 408').length >= times);

test('nobody listens: the session keeps trying, and comes back when somebody does', async () => {
  const gateway = await startTestGateway({ WHATSAPP_SOCKET_URL: relay.url }, network, QUICK);
  const { number } = await linkedInstance(gateway, 'unheard');
  await relay.down();
  await failed(gateway, 'unheard', 3);
  await assertOnTheWay(gateway, 'unheard');
  await relay.up();
  await opened(gateway, 'unheard', 2);
  await assertReceives(gateway, 'unheard', number);
  await gateway.stop();
});

test('the name of the server is unknown: the session keeps trying, and finds it when it has one', async () => {
  const start = (env = {}) =>
    startTestGateway({ DATA_DIR: join(network.folder, 'nameless'), ...env }, network, QUICK);
  const before = await start();
  const { number } = await linkedInstance(before, 'nameless');
  await before.stop();

  const lost = await start({ WHATSAPP_SOCKET_URL: 'ws://whatsapp.invalid/ws/chat' });
  await failed(lost, 'nameless', 3);
  const { reason } = await tells(lost, 'nameless', 'connecting 408');
  assert.match(String(reason), /ENOTFOUND|EAI_AGAIN/);
  await assertOnTheWay(lost, 'nameless');
  await lost.stop();

  const found = await start();
  await opened(found, 'nameless', 1);
  await assertReceives(found, 'nameless', number);
  await found.stop();
});

const SILENT: Record<string, () => Server | WebSocketServer> = {
  'takes the connection and says nothing': () => createServer().listen(0, '127.0.0.1'),
  'takes the upgrade and says nothing': () => new WebSocketServer({ port: 0, host: '127.0.0.1' }),
};

for (const [name, listen] of Object.entries(SILENT)) {
  test(`the server ${name}: the session gives up and tries again`, async () => {
    const env = { DATA_DIR: join(network.folder, name) };
    const before = await startTestGateway(env, network, QUICK);
    const { number } = await linkedInstance(before, 'unanswered');
    await before.stop();

    const server = listen();
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const impatient = { timing: { ...QUICK.timing, connectMs: 200 } };
    const lost = await startTestGateway(
      { ...env, WHATSAPP_SOCKET_URL: `ws://127.0.0.1:${port}` },
      network,
      impatient,
    );
    await failed(lost, 'unanswered', 2);
    await lost.stop();
    server.close();

    const found = await startTestGateway(env, network, QUICK);
    await opened(found, 'unanswered', 1);
    await assertReceives(found, 'unanswered', number);
    await found.stop();
  });
}
