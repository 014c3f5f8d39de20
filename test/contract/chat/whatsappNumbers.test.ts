import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('whatsappNumbers', () => world.gateway);

const ask = (numbers: string[], path = '/chat/whatsappNumbers/shop') =>
  call(world.gateway, 'POST', path).send({ numbers });

test('200: one row for each number, in the order and the words of the question', async () => {
  const { ana, anaJid } = world;
  const stranger = '15559999999';
  const { status, body } = await ask([stranger, `+${ana.number}`, anaJid, 'status@broadcast', 'nobody']);
  assert.equal(status, 200, JSON.stringify(body));
  assert.partialDeepStrictEqual(body, [
    { jid: `${stranger}@s.whatsapp.net`, exists: false, number: stranger },
    { jid: anaJid, exists: true, number: `+${ana.number}` },
    { jid: anaJid, exists: true, number: anaJid },
    { jid: 'status@broadcast', exists: false, number: 'status@broadcast' },
    { jid: 'nobody', exists: false, number: 'nobody' },
  ]);
});

test('200: with the name and the LID, once they are known, and by the LID as well', async () => {
  const { ana, anaJid, gateway } = world;
  await world.hearsFromAna('Hello');
  const phone = await gateway.whatsapp.phone(ana.number);
  const known = { jid: anaJid, exists: true, name: 'Ana', lid: phone.lid };
  const { body } = await ask([ana.number, phone.lid]);
  assert.deepEqual(body, [
    { ...known, number: ana.number },
    { ...known, number: phone.lid },
  ]);
});

for (const [country, registered, typed] of [
  ['Brazil', '551187654321', '5511987654321'],
  ['Brazil', '5511912345678', '551112345678'],
  ['Mexico', '5215512345678', '525512345678'],
  ['Argentina', '541112345678', '5491112345678'],
] as const) {
  test(`200: ${country}: ${typed} is ${registered}`, async () => {
    await world.gateway.whatsapp.phone(registered, country);
    const { body } = await ask([typed, registered]);
    const jid = `${registered}@s.whatsapp.net`;
    assert.partialDeepStrictEqual(body, [
      { jid, exists: true, number: typed },
      { jid, exists: true, number: registered },
    ]);
  });
}

test('200: hundreds of numbers in one request', async () => {
  const numbers = Array.from({ length: 450 }, (_, index) => String(15_557_000_000 + index));
  const last = numbers.at(-1) ?? '';
  await world.gateway.whatsapp.phone(last, 'The last');
  const { status, body } = await ask(numbers);
  assert.equal(status, 200);
  assert.equal(body.length, numbers.length);
  assert.deepEqual(
    body.filter((row: { exists: boolean }) => row.exists).map((row: { number: string }) => row.number),
    [last],
  );
});

test('200: a group that nobody knows does not exist', async () => {
  const { status, body } = await ask(['120363999999999999@g.us']);
  assert.equal(status, 200, JSON.stringify(body));
  assert.partialDeepStrictEqual(body, [{ jid: '120363999999999999@g.us', exists: false }]);
});

test('200: by the names that other clients have for it', async () => {
  for (const alias of ['checkIsWhatsApp', 'checkIsWhatsappNumber']) {
    const { status, body } = await ask([world.ana.number], `/chat/${alias}/shop`);
    assert.equal(status, 200, alias);
    assert.equal(body[0].exists, true);
  }
});

test('400: no numbers', async () => {
  assertRefused(await ask([]), 400, ['instance.numbers must not be empty']);
});

test('400: the instance is not connected', async () => {
  const response = await ask([world.ana.number], `/chat/whatsappNumbers/${CLOSED}`);
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});
