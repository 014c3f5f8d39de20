import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { newNumber } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, heard, openShop, type Shop } from '../../support/shop.ts';
import { members } from '../../support/team.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('createGroup', () => world.gateway);

const create = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/group/create/${name}`).send(body);

test('201: its members are told, and see what the answer says', async () => {
  const { ana, anaJid, shopJid } = world;
  const told = heard(ana.client, 'groups.upsert', ([group]) => group?.id);
  const { status, body } = await create({
    subject: 'Team',
    description: 'Deliveries',
    participants: [anaJid],
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(await told, body.id);
  assert.deepEqual(members(body), [`${shopJid}*`, anaJid].toSorted());
  assert.partialDeepStrictEqual(body, { subject: 'Team', desc: 'Deliveries', owner: shopJid, size: 2 });
  const seen = await ana.client.socket().groupMetadata(body.id);
  assert.equal(seen.desc, 'Deliveries');
  assert.deepEqual(members(seen), members(body));
});

test('201: its members are made admins', async () => {
  const { ana, anaJid, shopJid } = world;
  const { body } = await create({ subject: 'All', participants: [ana.number], promoteParticipants: true });
  assert.deepEqual(members(body), [`${shopJid}*`, `${anaJid}*`].toSorted());
  assert.equal(
    body.participants.find(({ admin }: { admin: string }) => admin === 'superadmin')?.phoneNumber,
    shopJid,
  );
});

test('201: human spellings, an empty description, and the account itself among the members', async () => {
  const { ana, shop } = world;
  const spelt = `+${ana.number.slice(0, 1)} (${ana.number.slice(1, 4)}) ${ana.number.slice(4)}`;
  const { status, body } = await create({
    subject: ' T ',
    description: '',
    participants: [spelt, shop.number],
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(body.size, 2);
  assert.ok(!('desc' in body));
});

test('400: numbers that are not on WhatsApp are all named, and there is no group', async () => {
  const told: string[] = [];
  world.ana.client.socket().ev.on('groups.upsert', ([group]) => told.push(group?.subject ?? ''));
  const nobody = [newNumber(), newNumber()];
  assertRefused(await create({ subject: 'Half', participants: [world.ana.number, ...nobody] }), 400, [
    ...nobody.map((number) => ({ jid: `${number}@s.whatsapp.net`, exists: false, number })),
  ]);
  const { body } = await create({ subject: 'Whole', participants: [world.ana.number] });
  await world.ana.client.socket().groupMetadata(body.id);
  const groups = await world.gateway.client.group.fetchAllGroups({ instance: 'shop' });
  assert.ok(!groups.some(({ subject }) => subject === 'Half'));
  assert.ok(!told.includes('Half'));
});

test('400: the instance is not connected', async () => {
  const response = await create({ subject: 'Team', participants: [world.ana.number] }, CLOSED);
  assertRefused(response, 400, ['Error: Connection Closed', `The "${CLOSED}" instance is not connected`]);
});

for (const [body, message] of [
  [{ participants: ['15550000001'] }, 'instance requires property "subject"'],
  [{ subject: 'Team' }, 'instance requires property "participants"'],
] as const) {
  test(`400: ${JSON.stringify(body)}`, async () => {
    assertRefused(await create(body), 400, [message]);
  });
}
