import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { assertOnTheWay, assertReceives, opened, QUICK, tells, told } from '../../support/life.ts';
import { linkedInstance } from '../../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({}, undefined, QUICK);
});
after(() => gateway.stop());

const streamError = (code: number) => (number: string) => ({ streamError: { code, number } });

const FAULTS: Record<string, [code: number, fault: (number: string) => object]> = {
  'a dropped TCP connection': [428, (number) => ({ disconnect: { number } })],
  408: [408, streamError(408)],
  429: [429, streamError(429)],
  500: [500, streamError(500)],
  503: [503, streamError(503)],
  '515 out of the blue': [515, streamError(515)],
};

for (const [fault, [code, cause]] of Object.entries(FAULTS)) {
  test(`${fault}: the session says so, comes back by itself, and receives`, async () => {
    const name = `after ${fault}`;
    const { number } = await linkedInstance(gateway, name);
    await gateway.whatsapp.faults({ ...cause(number), refuseUpgrade: 502 });
    const { reason } = await tells(gateway, name, `connecting ${code}`);
    assert.ok(reason);
    await tells(gateway, name, 'connecting 502');
    await assertOnTheWay(gateway, name);
    await gateway.whatsapp.faults({ refuseUpgrade: 0 });
    await opened(gateway, name, 2);
    await assertReceives(gateway, name, number);
    assert.ok(!told(gateway, name).some((what) => what.startsWith('close')));
  });
}
