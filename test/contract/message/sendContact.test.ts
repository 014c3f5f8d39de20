import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { vcard } from '../../../server/session/send/contact.ts';
import { assertRefused } from '../../support/call.ts';
import { post, sendToAna, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
before(async () => {
  world = await openShop();
});
after(() => world.stop());

testSend('sendContact', () => world);

const BOB = { fullName: 'Bob B.', phoneNumber: '+55 (11) 98888-7777' };
const CARD = [
  ...['BEGIN:VCARD', 'VERSION:3.0', 'N:Bob B.', 'FN:Bob B.'],
  ...['item1.TEL;waid=5511988887777:+55 (11) 98888-7777', 'item1.X-ABLabel:Mobile', 'END:VCARD'],
].join('\n');

test('201: one contact', async () => {
  const { sent, seen } = await sendToAna(world, 'sendContact', { contact: [BOB] });
  assert.partialDeepStrictEqual(seen.content.contactMessage, { displayName: 'Bob B.', vcard: CARD });
  assert.equal(sent.messageType, 'contactMessage');
});

test('201: several contacts, as version 1 writes it, as a reply', async () => {
  const id = await world.hearsFromAna('Who else?');
  const contactMessage = [BOB, { ...BOB, fullName: 'Carl', wuid: '5511977776666', email: '' }];
  const { seen } = await sendToAna(world, 'sendContact', { contactMessage, quoted: { key: { id } } });
  const { contactsArrayMessage } = seen.content;
  assert.equal(contactsArrayMessage?.displayName, '2 contacts');
  assert.match(contactsArrayMessage?.contacts?.[1]?.vcard ?? '', /waid=5511977776666:/);
  assert.equal(contactsArrayMessage?.contextInfo?.stanzaId, id);
});

test('400: no contact, and a number that is none', async () => {
  const { number } = world.ana;
  assertRefused(await post(world, 'sendContact', { number, contact: [] }), 400);
  assertRefused(
    await post(world, 'sendContact', { number, contact: [{ ...BOB, phoneNumber: 'none' }] }),
    400,
  );
});

test('a card has all that is known, and nothing breaks out of its line', () => {
  const card = vcard({
    ...{ fullName: 'A; B, C\nD\\', phoneNumber: '5511988887777\nX:1', wuid: '5511988887777' },
    ...{ organization: 'O, P', email: 'a@b.test', url: 'https://b.test' },
  });
  assert.deepEqual(card.split('\n').slice(2, 8), [
    'N:A\\; B\\, C\\nD\\\\',
    'FN:A\\; B\\, C\\nD\\\\',
    'ORG:O\\, P;',
    'EMAIL:a@b.test',
    'URL:https://b.test',
    'item1.TEL;waid=5511988887777:5511988887777 X:1',
  ]);
});
