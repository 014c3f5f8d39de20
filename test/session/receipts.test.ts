import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MessageUpdateData, StatusMessage } from '../../clients/typescript/src/index.ts';
import type { Phone } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkedInstance } from '../support/linked-instance.ts';
import { inInbox } from '../support/messages.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let ana: Phone;
let ben: Phone;
let group: string;
const instance = 'shop';

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  ana = await gateway.whatsapp.phone('15550009991', 'Ana');
  ben = await gateway.whatsapp.phone('15550009992', 'Ben');
  const body = { subject: 'Team', participants: [ana.number, ben.number] };
  group = (await gateway.client.group.createGroup({ instance, body })).id;
});
after(() => gateway.stop());

const reads = async (phone: Phone, id: string): Promise<void> => {
  await inInbox(gateway, phone.number, id);
  await gateway.whatsapp.request('POST', `/phones/${phone.number}/read`, { id });
};

const confirms = (phone: Phone, delivered: boolean) =>
  gateway.whatsapp.request('POST', `/phones/${phone.number}/receipts`, { delivered });

const updatesOf = (id: string): MessageUpdateData[] =>
  gateway.events
    .filter(({ type }) => type === 'messages.update')
    .map(({ data }) => data as MessageUpdateData)
    .filter(({ keyId }) => keyId === id);

/** Waits for a receipt of one member, or of all where none is named. */
const told = (id: string, status: string, participant?: string) =>
  gateway.event(({ type, data }) => {
    if (type !== 'messages.update') return false;
    const update = data as MessageUpdateData;
    return update.keyId === id && update.status === status && update.participant === participant;
  });

async function stored(id: string) {
  const body = { where: { key: { id } } };
  return (await gateway.client.chat.findMessages({ instance, body })).messages.records[0];
}

const bySend = async (text: string): Promise<string> =>
  (await gateway.client.message.sendText({ instance, body: { number: group, text } })).key.id;

const onPhone = async (text: string): Promise<string> => {
  const id = await gateway.whatsapp.send(shop.number, group, text);
  await gateway.event(
    ({ type, data }) => type === 'messages.upsert' && (data as { key: { id: string } }).key.id === id,
  );
  return id;
};

for (const [how, send] of Object.entries({ 'through the API': bySend, 'on the phone': onPhone })) {
  test(`a message to a group, sent ${how}: as far as with all of its members`, async () => {
    await confirms(ben, false);
    const id = await send(`hello, ${how}`);
    await told(id, 'DELIVERY_ACK', ana.jid);
    await reads(ana, id);
    await told(id, 'READ', ana.jid);
    assert.equal((await stored(id))?.status, 'SERVER_ACK', 'Ben does not have it');
    await confirms(ben, true);
    await reads(ben, id);
    await told(id, 'READ', ben.jid);
    await told(id, 'READ');
    const { status, MessageUpdate = [] } = (await stored(id)) ?? {};
    assert.equal(status, 'READ');
    assert.deepEqual(MessageUpdate.at(-1), { status: 'READ' });
    const steps: StatusMessage[] = await gateway.client.chat.findStatusMessage({
      instance,
      body: { where: { keyId: id, status: 'READ' } },
    });
    const readers = steps.map(({ participant }) => participant).toSorted();
    assert.deepEqual(readers, [ana.jid, ben.jid, null].toSorted());
    const whole = updatesOf(id).filter(({ participant }) => participant === undefined);
    assert.deepEqual(whole.at(-1)?.status, 'READ');
  });
}

test('who joins later does not count', async () => {
  const id = await bySend('for those who are here');
  await told(id, 'DELIVERY_ACK');
  const carl = await gateway.whatsapp.phone('15550009993', 'Carl');
  const joined = gateway.nextEvent(({ type }) => type === 'group-participants.update');
  const body = { action: 'add' as const, participants: [carl.number] };
  await gateway.client.group.updateParticipant({ instance, groupJid: group, body });
  await joined;
  await reads(ana, id);
  await reads(ben, id);
  await told(id, 'READ');
});

test('steps are found by whose they are, by number or LID', async () => {
  for (const participant of [ana.jid, ana.lid, ana.number]) {
    const body = { where: { participant, status: 'READ' as const } };
    const found = await gateway.client.chat.findStatusMessage({ instance, body });
    assert.equal(found.length, 3, participant);
    assert.ok(found.every((step) => step.participant === ana.jid));
  }
});
