import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

test('the name of the server is unknown: the session keeps trying, and a restart of ours finds it', async () => {
  const { number } = await linkedInstance(network, 'nameless');
  const elsewhere = { DATA_DIR: network.folder, WHATSAPP_SOCKET_URL: 'ws://whatsapp.invalid/ws/chat' };
  await network.client.instance.restartInstance({ instance: 'nameless' });
  const gateway = await startTestGateway(elsewhere, network, QUICK);
  await failed(gateway, 'nameless', 3);
  const { reason } = await tells(gateway, 'nameless', 'connecting 408');
  assert.match(String(reason), /ENOTFOUND|EAI_AGAIN/);
  await assertOnTheWay(gateway, 'nameless');
  await gateway.stop();
  await assertReceives(network, 'nameless', number);
});
