import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ZapgateClient } from '../../clients/typescript/src/index.ts';
import { createControl, eventually } from '../simulator/control-client.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../simulator/simulator-process.ts';
import { KEY, startTestGateway, whatsAppEnv } from '../support/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.ts';
import { tells, WATCHFUL } from '../support/life.ts';
import { newInstance } from '../support/linked-instance.ts';

/** A webhook that has come in, and waits for its answer. */
interface Waiting {
  instance: string;
  event: string;
  response: ServerResponse;
}

const folder = mkdtempSync(join(tmpdir(), 'zapgate-e2e-'));
let simulator: SimulatorProcess;
let receiver: Server;
const waiting: Waiting[] = [];
let env: Record<string, string>;

before(async () => {
  simulator = await startSimulatorProcess();
  env = { ...(await whatsAppEnv(createControl(simulator.url), folder)), OUTBOUND_ALLOW: 'private' };
  receiver = createServer(async (request, response) => {
    const { instance, event } = JSON.parse(Buffer.concat(await request.toArray()).toString());
    waiting.push({ instance, event, response });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
after(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await simulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = (name: string) => startGatewayProcess({ ...env, DATA_DIR: join(folder, name) });

const delivery = (instance: string, event: string) =>
  eventually(`${event} of ${instance}`, async () =>
    waiting.find((one) => one.instance === instance && one.event === event),
  );

/** Creates an instance whose webhook waits for the answer to its first event. */
async function createTelling({ url: baseUrl }: GatewayProcess, instanceName: string): Promise<Waiting> {
  const client = new ZapgateClient({ baseUrl, apiKey: KEY });
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  await client.instance.createInstance({ body: { instanceName, webhook: { url } } });
  return delivery(instanceName, 'instance.create');
}

const isStopping = (gateway: GatewayProcess) =>
  eventually('it is stopping', async () => gateway.output().includes('stopping'));

test('the first signal lets a delivery end, which is not made again', async () => {
  const gateway = await start('first');
  const created = await createTelling(gateway, 'first');
  const stopped = gateway.stop();
  await isStopping(gateway);
  created.response.end();
  assert.equal(await stopped, 0);
  const again = await start('first');
  await delivery('first', 'application.startup');
  const events = waiting.filter(({ instance }) => instance === 'first').map(({ event }) => event);
  assert.deepEqual(events, ['instance.create', 'application.startup']);
  await again.kill();
});

test('the second signal ends at once', async () => {
  const gateway = await start('second');
  await createTelling(gateway, 'second');
  const stopped = gateway.stop();
  await isStopping(gateway);
  await gateway.stop();
  assert.equal(await stopped, 1);
});

test('a request under way is answered, while no other is let in', async () => {
  const gateway = await startTestGateway({}, undefined, WATCHFUL);
  await newInstance(gateway, 'asked');
  await gateway.whatsapp.faults({ silent: true });
  const asked = gateway.client.instance.connectInstance({ instance: 'asked' });
  await tells(gateway, 'asked', 'connecting 200');
  const stopped = gateway.stop();
  await eventually('nobody is let in', () =>
    fetch(gateway.url).then(
      () => false,
      () => true,
    ),
  );
  await gateway.whatsapp.faults({ silent: false });
  assert.ok('code' in (await asked));
  await stopped;
});
