import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { opened } from '../../support/life.ts';
import { linkedInstance } from '../../support/linked-instance.ts';

let hasty: TestGateway;
let calm: TestGateway;
const attempts: number[] = [];
const pauseBefore = (attempt: number): number => {
  attempts.push(attempt);
  return 1;
};

before(async () => {
  hasty = await startTestGateway({}, undefined, { timing: { pauseBefore } });
  calm = await startTestGateway({}, hasty, { timing: { pauseBefore, steadyMs: 0 } });
});
beforeEach(() => attempts.splice(0));
after(async () => {
  await calm.stop();
  await hasty.stop();
});

async function flap(gateway: TestGateway, name: string, fault: (number: string) => object): Promise<void> {
  const { number } = await linkedInstance(gateway, name);
  for (const times of [2, 3, 4]) {
    await gateway.whatsapp.faults(fault(number));
    await opened(gateway, name, times);
  }
}

for (const [fault, cause] of [
  ['drops', (number: string) => ({ disconnect: { number } })],
  ['asks for a restart', (number: string) => ({ streamError: { code: 515, number } })],
] as const) {
  test(`a connection that WhatsApp ${fault} again and again is opened after longer and longer pauses`, async () => {
    await flap(hasty, fault, cause);
    assert.deepEqual(attempts, [1, 2, 3]);
  });
}

test('a connection that lasted for a while starts with the shortest pause', async () => {
  await flap(calm, 'steady', (number) => ({ disconnect: { number } }));
  assert.deepEqual(attempts, [1, 1, 1]);
});
