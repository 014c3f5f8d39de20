import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MessageRecord, MessageUpdateData, PollUpdate } from '../../clients/typescript/src/index.ts';
import type { Phone } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkedInstance } from '../support/linked-instance.ts';
import { inInbox } from '../support/messages.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let shopJid: string;
let ana: Phone;
let ben: Phone;
let group: string;
const instance = 'shop';

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  shopJid = `${shop.number}@s.whatsapp.net`;
  ana = await gateway.whatsapp.phone('15550009991', 'Ana');
  ben = await gateway.whatsapp.phone('15550009992', 'Ben');
  const body = { subject: 'Team', participants: [ana.number, ben.number] };
  group = (await gateway.client.group.createGroup({ instance, body })).id;
});
after(() => gateway.stop());

const arrival = (id: string) =>
  gateway.event(({ type, data }) => type === 'messages.upsert' && (data as MessageRecord).key.id === id);

/** Votes on a phone. Gives the counts that are told of it. */
async function votes(number: string, to: string, id: string, options: string[]): Promise<PollUpdate[]> {
  await inInbox(gateway, number, id);
  return voted(number, to, id, options);
}

async function voted(number: string, to: string, id: string, options: string[]): Promise<PollUpdate[]> {
  const told = gateway.nextEvent(
    ({ type, data }) =>
      type === 'messages.update' &&
      (data as MessageUpdateData).keyId === id &&
      (data as MessageUpdateData).pollUpdates !== undefined,
  );
  await gateway.whatsapp.send(number, to, { vote: { id, options } });
  return ((await told).data as MessageUpdateData).pollUpdates ?? [];
}

const counts = (soup: string[], salad: string[]): PollUpdate[] => [
  { name: 'Soup', voters: soup },
  { name: 'Salad', voters: salad },
];

/** The counts as they are found, which are the same in both operations. */
async function found(id: string): Promise<PollUpdate[] | undefined> {
  const { messages } = await gateway.client.chat.findMessages({ instance, body: { where: { key: { id } } } });
  const steps = await gateway.client.chat.findStatusMessage({ instance, body: { where: { keyId: id } } });
  assert.ok(steps.length > 0);
  for (const step of steps) assert.deepEqual(step.pollUpdates, messages.records[0]?.pollUpdates);
  return messages.records[0]?.pollUpdates;
}

async function ownPoll(number: string): Promise<string> {
  const body = { number, name: 'Lunch?', values: ['Soup', 'Salad'], selectableCount: 2 };
  return (await gateway.client.message.sendPoll({ instance, body })).key.id;
}

async function pollOf(number: string, to: string, selectableCount: number): Promise<string> {
  const poll = { name: 'Lunch?', values: ['Soup', 'Salad'], selectableCount };
  const id = await gateway.whatsapp.send(number, to, { poll });
  await arrival(id);
  return id;
}

test('a poll of this account in a chat of two: a vote, a change of it, its withdrawal', async () => {
  const id = await ownPoll(ana.number);
  assert.deepEqual(await votes(ana.number, shop.number, id, ['Soup']), counts([ana.jid], []));
  assert.deepEqual(await found(id), counts([ana.jid], []));
  assert.deepEqual(await votes(ana.number, shop.number, id, ['Soup', 'Salad']), counts([ana.jid], [ana.jid]));
  assert.deepEqual(await votes(ana.number, shop.number, id, []), counts([], []));
  assert.deepEqual(await found(id), counts([], []));
});

test('the same under their LIDs', async () => {
  const { lid } = await gateway.whatsapp.phone(shop.number);
  const id = await ownPoll(ana.number);
  assert.deepEqual(await votes(ana.number, shop.number, id, ['Soup']), counts([ana.jid], []));
  assert.deepEqual(await votes(ana.number, lid, id, ['Salad']), counts([], [ana.jid]));
});

test('a poll of this account in a group: members vote, and its own phone', async () => {
  const id = await ownPoll(group);
  assert.deepEqual(await votes(ana.number, group, id, ['Soup']), counts([ana.jid], []));
  assert.deepEqual(await votes(ben.number, group, id, ['Soup']), counts([ana.jid, ben.jid], []));
  assert.deepEqual(await votes(shop.number, group, id, ['Salad']), counts([ana.jid, ben.jid], [shopJid]));
  assert.deepEqual(await votes(ben.number, group, id, ['Salad']), counts([ana.jid], [shopJid, ben.jid]));
});

for (const selectableCount of [1, 0]) {
  test(`a member's poll in a group, ${selectableCount || 'any number of'} choices`, async () => {
    const id = await pollOf(ana.number, group, selectableCount);
    assert.deepEqual(await votes(ben.number, group, id, ['Soup']), counts([ben.jid], []));
    assert.deepEqual(await voted(ana.number, group, id, ['Salad']), counts([ben.jid], [ana.jid]));
    assert.deepEqual(await votes(shop.number, group, id, ['Salad']), counts([ben.jid], [ana.jid, shopJid]));
    assert.deepEqual(await found(id), counts([ben.jid], [ana.jid, shopJid]));
  });
}

test("somebody's poll in a chat of two, in which both vote", async () => {
  const id = await pollOf(ana.number, shop.number, 1);
  assert.deepEqual(await voted(ana.number, shop.number, id, ['Soup']), counts([ana.jid], []));
  assert.deepEqual(await votes(shop.number, ana.number, id, ['Salad']), counts([ana.jid], [shopJid]));
  assert.deepEqual(await found(id), counts([ana.jid], [shopJid]));
});

test('a poll made on the own phone', async () => {
  const id = await pollOf(shop.number, group, 1);
  assert.deepEqual(await votes(ben.number, group, id, ['Soup']), counts([ben.jid], []));
});
