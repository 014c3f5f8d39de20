import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { post, sendToAna, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
before(async () => {
  world = await openShop();
});
after(() => world.stop());

testSend('sendPoll', () => world);

const POLL = { name: 'When?', values: ['Monday', 'Tuesday'] };

for (const selectableCount of [0, 1, 2]) {
  test(`201: a poll of ${selectableCount} choices, with the secret that opens the votes`, async () => {
    const { sent, seen } = await sendToAna(world, 'sendPoll', { ...POLL, selectableCount });
    const poll = {
      ...{ name: 'When?', selectableOptionsCount: selectableCount },
      options: [{ optionName: 'Monday' }, { optionName: 'Tuesday' }],
    };
    assert.partialDeepStrictEqual(seen.content.pollCreationMessageV3, poll);
    assert.equal(sent.messageType, 'pollCreationMessageV3');
    assert.partialDeepStrictEqual(sent.message.pollCreationMessageV3, poll);
    const { messageSecret } = sent.message.messageContextInfo as { messageSecret: string };
    assert.equal(Buffer.from(messageSecret, 'base64').length, 32);
  });
}

test('201: as version 1 writes it', async () => {
  const { seen } = await sendToAna(world, 'sendPoll', { pollMessage: { ...POLL, selectableCount: 1 } });
  assert.equal(seen.content.pollCreationMessageV3?.name, 'When?');
});

test('400: more choices than options, one option, options that are the same', async () => {
  const poll = { number: world.ana.number, ...POLL, selectableCount: 1 };
  assertRefused(await post(world, 'sendPoll', { ...poll, selectableCount: 3 }), 400, [
    'instance.selectableCount must be at most 2, the number of values',
  ]);
  assertRefused(await post(world, 'sendPoll', { ...poll, values: ['one'] }), 400);
  assertRefused(await post(world, 'sendPoll', { ...poll, values: ['one', 'one'] }), 400);
});
