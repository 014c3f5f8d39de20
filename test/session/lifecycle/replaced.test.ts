import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { assertOver, assertReceives, QUICK, stateOf, tells, told } from '../../support/life.ts';
import { linkedInstance } from '../../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({}, undefined, QUICK);
});
after(() => gateway.stop());

const ways = {
  connect: (instance: string) => gateway.client.instance.connectInstance({ instance }),
  restart: (instance: string) => gateway.client.instance.restartInstance({ instance }),
};

for (const [way, comeBack] of Object.entries(ways)) {
  test(`another socket takes its place (440): it does not fight for it, and comes back by ${way}`, async () => {
    const name = `replaced, then ${way}`;
    const { number } = await linkedInstance(gateway, name);
    await gateway.whatsapp.faults({ replaced: { number } });
    await tells(gateway, name, 'close 440');
    assert.equal(await stateOf(gateway, name), 'close');
    await assertOver(gateway, name, 440);
    const before = told(gateway, name).length;
    assert.deepEqual(await comeBack(name), { instance: { instanceName: name, state: 'open' } });
    assert.deepEqual(told(gateway, name).slice(before), ['connecting 200', 'open 200']);
    await assertReceives(gateway, name, number);
  });
}
