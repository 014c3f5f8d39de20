import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import {
  assertOver,
  assertReceives,
  opened,
  QUICK,
  rowOf,
  stateOf,
  tells,
  told,
} from '../../support/life.ts';
import { linkByPhone, linkedInstance, newInstance, newNumber } from '../../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({ QRCODE_LIMIT: '2' }, undefined, QUICK);
});
after(() => gateway.stop());

const connect = (instance: string) => gateway.client.instance.connectInstance({ instance });

test('nobody scans the QR codes: the session gives up at the limit, says so, and can begin anew', async () => {
  await newInstance(gateway, 'unscanned');
  await connect('unscanned');
  const second = gateway.nextEvent(({ type }) => type === 'qrcode.updated');
  await gateway.whatsapp.faults({ disconnect: true });
  await second;
  await gateway.whatsapp.faults({ disconnect: true });
  await tells(gateway, 'unscanned', 'refused 428');
  assert.equal(await stateOf(gateway, 'unscanned'), 'refused');
  assert.equal((await rowOf(gateway, 'unscanned')).connectionStatus, 'close');
  const [limit] = gateway.events.filter(
    ({ type, data }) => type === 'qrcode.updated' && 'message' in (data as object),
  );
  assert.ok(limit);
  const before = told(gateway, 'unscanned').length;
  const qr = await connect('unscanned');
  assert.ok('count' in qr && qr.count === 1);
  assert.deepEqual(
    told(gateway, 'unscanned').slice(before),
    ['connecting 200'],
    'it was left alone till then',
  );
  await linkByPhone(gateway, 'unscanned', newNumber(), { qr: qr.code });
});

test('locked for a while (402): the session stays linked, and is refused until somebody connects', async () => {
  const { number } = await linkedInstance(gateway, 'locked');
  await gateway.whatsapp.faults({ disconnect: { number }, failLogin: 402, failLoginTimes: 1 });
  await tells(gateway, 'locked', 'refused 402');
  assert.equal(await stateOf(gateway, 'locked'), 'refused');
  await assertOver(gateway, 'locked', 402);
  const state = await connect('locked');
  assert.ok('instance' in state && state.instance.state === 'open');
  await opened(gateway, 'locked', 2);
  await assertReceives(gateway, 'locked', number);
});
