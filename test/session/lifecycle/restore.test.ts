import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import {
  assertOnTheWay,
  assertReceives,
  opened,
  stateOf,
  tells,
  told,
  WATCHFUL,
} from '../../support/life.ts';
import { linkedInstance, newInstance } from '../../support/linked-instance.ts';

const LINKED = ['one', 'two', 'three', 'four'];
const AT_ONCE = 2;

let network: TestGateway;
const numbers = new Map<string, string>();

/** The gateway whose restart is looked at: each start has the data of the one before. */
const start = () =>
  startTestGateway({ DATA_DIR: join(network.folder, 'restored') }, network, {
    ...WATCHFUL,
    restoredAtOnce: AT_ONCE,
  });

before(async () => {
  network = await startTestGateway();
  const gateway = await start();
  for (const name of LINKED) numbers.set(name, (await linkedInstance(gateway, name)).number);
  await newInstance(gateway, 'unlinked');
  await gateway.stop();
});
afterEach(() => network.whatsapp.request('DELETE', '/faults'));
after(() => network.stop());

test('linked instances come back, a few at a time, and each of them receives', async () => {
  const gateway = await start();
  for (const name of LINKED) assert.notEqual(await stateOf(gateway, name), 'close', name);
  for (const name of LINKED) await opened(gateway, name, 1);
  for (const name of LINKED) await assertReceives(gateway, name, String(numbers.get(name)));
  assert.ok(mostAtOnce(gateway) <= AT_ONCE);
  assert.deepEqual(told(gateway, 'unlinked'), []);
  assert.equal(await stateOf(gateway, 'unlinked'), 'close');
  await gateway.stop();
});

/** How many instances were between `connecting` and `open` at the worst moment. */
function mostAtOnce({ events }: TestGateway): number {
  let [now, most] = [0, 0];
  for (const { type, data } of events) {
    if (type !== 'connection.update') continue;
    now += (data as { state: string }).state === 'open' ? -1 : 1;
    most = Math.max(most, now);
  }
  return most;
}

test('WhatsApp is away at the start: the server answers at once, and tells that they are on their way', async () => {
  await network.whatsapp.faults({ refuseUpgrade: 503 });
  const gateway = await start();
  for (const name of LINKED) await assertOnTheWay(gateway, name);
  for (const name of LINKED) await tells(gateway, name, 'connecting 503');
  await network.whatsapp.faults({ refuseUpgrade: 0 });
  for (const name of LINKED) await opened(gateway, name, 1);
  await gateway.stop();
});

test('an instance that waits for its turn connects at once if somebody asks', async () => {
  await network.whatsapp.faults({ silent: true });
  const gateway = await start();
  const last = LINKED.at(-1) ?? '';
  assert.equal(await stateOf(gateway, last), 'connecting');
  const asked = gateway.client.instance.connectInstance({ instance: last });
  await tells(gateway, last, 'connecting 200');
  await network.whatsapp.faults({ silent: false });
  assert.deepEqual(await asked, { instance: { instanceName: last, state: 'open' } });
  for (const name of LINKED) await opened(gateway, name, 1);
  await gateway.stop();
});

test('an instance that was replaced stays closed until somebody connects it', async () => {
  const [name = ''] = LINKED;
  const first = await start();
  await opened(first, name, 1);
  await network.whatsapp.faults({ replaced: { number: numbers.get(name) } });
  await tells(first, name, 'close 440');
  await first.stop();
  const gateway = await start();
  assert.equal(await stateOf(gateway, name), 'close');
  for (const other of LINKED.slice(1)) await opened(gateway, other, 1);
  assert.deepEqual(told(gateway, name), []);
  await gateway.client.instance.connectInstance({ instance: name });
  assert.equal(await stateOf(gateway, name), 'open');
  await gateway.stop();
});
