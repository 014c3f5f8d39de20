import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { post, seenByAna, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
let id: string;
before(async () => {
  world = await openShop();
  id = await world.hearsFromAna('Thank you');
});
after(() => world.stop());

testSend('sendReaction', () => world);

const react = (body: object) => post(world, 'sendReaction', body);
const key = () => ({ id, fromMe: false, remoteJid: world.anaJid });

for (const reaction of ['👍', '❤️', '❤', '👩🏽‍🚀', '🇧🇷', '']) {
  test(`201: ${JSON.stringify(reaction)}`, async () => {
    const { body } = await react({ key: key(), reaction }).expect(201);
    assert.equal(body.messageType, 'reactionMessage');
    assert.equal(body.message.reactionMessage.text, reaction);
    const { content } = await seenByAna(world, body.key.id);
    assert.equal(content.reactionMessage?.text ?? '', reaction);
    assert.equal(content.reactionMessage?.key?.id, id);
  });
}

test('201: as version 1 writes it', async () => {
  const { body } = await react({ reactionMessage: { key: key(), reaction: '🎉' } }).expect(201);
  assert.equal((await seenByAna(world, body.key.id)).content.reactionMessage?.text, '🎉');
});

for (const reaction of ['👍👍', 'ok', '1', ' ']) {
  test(`400: ${JSON.stringify(reaction)} is not one emoji`, async () => {
    assertRefused(await react({ key: key(), reaction }), 400, [
      'Reaction must be a single emoji or empty string',
    ]);
  });
}
