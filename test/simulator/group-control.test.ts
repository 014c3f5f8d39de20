import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { heard } from './client-events.ts';
import { createWorld, type World } from './world.ts';

const [ALICE, CAROL, DORA] = ['15550000001', '15550000003', '15550000004'] as const;

type Member = { number: string; role: string };
type Group = { id: string; members: Member[]; outcomes: { number: string; status: string }[] };

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  for (const number of [CAROL, DORA]) await world.control.phone(number);
  alice = await world.link(ALICE, 'Alice');
});
after(() => world.end());

const groupOf = async (id: string) => (await world.control.request<Group>('GET', `/groups/${id}`)).body;
const change = (id: string, body: object) => world.control.request<Group>('POST', `/groups/${id}`, body);
const roles = ({ members }: Group) => Object.fromEntries(members.map(({ number, role }) => [number, role]));

test('others create a group, change it and come and go, of which the client hears', async () => {
  const told = heard(alice, 'groups.upsert', ([group]) => group?.id);
  const made = await world.control.request<Group>('POST', '/groups', {
    ...{ creator: CAROL, subject: 'Theirs', participants: [ALICE] },
  });
  assert.equal(made.status, 201);
  const { id } = made.body;
  assert.equal(await told, id);
  const added = heard(alice, 'group-participants.update', ({ action }) => action === 'add');
  const { body } = await change(id, { add: [DORA, ALICE] });
  assert.deepEqual(
    body.outcomes.map(({ status }) => status),
    ['200', '409'],
  );
  await added;
  const renamed = heard(alice, 'groups.update', ([update]) => update?.subject);
  await change(id, { subject: 'Ours', by: DORA });
  assert.equal(await renamed, 'Ours');
  const left = heard(alice, 'group-participants.update', ({ action }) => action === 'remove');
  await change(id, { leave: DORA });
  await left;
  const joined = heard(alice, 'group-participants.update', ({ action }) => action === 'add');
  await change(id, { join: DORA, promote: [ALICE], description: 'new' });
  await joined;
  assert.deepEqual(roles(await groupOf(id)), { [CAROL]: 'superadmin', [ALICE]: 'admin', [DORA]: 'member' });
  assert.equal((await change(id, { remove: [ALICE], by: DORA })).status, 403);
});

test('a group that does not exist is 404', async () => {
  assert.equal((await change('120363999999999999@g.us', { subject: 'x' })).status, 404);
});
