import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newNumber } from '../support/linked-instance.ts';
import { arrived } from '../support/messages.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let group: string;
const [ana, ben] = [newNumber(), newNumber()];

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  await gateway.whatsapp.phone(ana, 'Ana');
  await gateway.whatsapp.phone(ben, 'Ben');
  const body = { creator: ana, subject: 'Team', participants: [shop.number] };
  group = (await gateway.whatsapp.request<{ id: string }>('POST', '/groups', body)).body.id;
  await arrived(gateway, ana, group, 'welcome');
});
after(() => gateway.stop());

const set = (groupsIgnore: boolean) =>
  gateway.client.settings.setSettings({ instance: 'shop', body: { groupsIgnore } });

const change = (body: object) => gateway.whatsapp.request('POST', `/groups/${group}`, { by: ana, ...body });

async function stored(remoteJid: string): Promise<unknown[]> {
  const body = { where: { key: { remoteJid } } };
  const { messages } = await gateway.client.chat.findMessages({ instance: 'shop', body });
  return messages.records.map(({ message }) => message.conversation);
}

type Sent = { id: string; receipts: Record<string, string> };

/** WhatsApp gets the receipt of a message when all that is to be recorded of it is recorded. */
async function wasReceived(id: string): Promise<void> {
  await eventually(`receipt of ${id}`, async () => {
    const { body } = await gateway.whatsapp.request<Sent[]>('GET', `/phones/${ana}/sent`);
    return body.find((sent) => sent.id === id)?.receipts[shop.number];
  });
}

const aboutGroup = () => gateway.events.filter(({ data }) => JSON.stringify(data).includes(group));

test('groupsIgnore: nothing of a group is stored or told from now on', async () => {
  await set(true);
  const before = aboutGroup().length;
  await wasReceived(await gateway.whatsapp.send(ana, group, 'unheard'));
  await change({ subject: 'Renamed' });
  await change({ add: [ben] });
  await change({ promote: [ben] });
  await gateway.whatsapp.request('POST', `/phones/${ana}/typing`, { to: group, presence: 'composing' });
  await arrived(gateway, ana, shop.number, 'in private');
  assert.deepEqual(aboutGroup().slice(before), []);
  assert.deepEqual(await stored(group), ['welcome']);
  assert.deepEqual(await stored(`${ana}@s.whatsapp.net`), ['in private']);
});

test('a group that is made meanwhile is not told either', async () => {
  const body = { creator: ana, subject: 'Club', participants: [shop.number] };
  const { id } = (await gateway.whatsapp.request<{ id: string }>('POST', '/groups', body)).body;
  await wasReceived(await gateway.whatsapp.send(ana, id, 'unheard'));
  const chats = await gateway.client.chat.findChats({ instance: 'shop', body: { where: { remoteJid: id } } });
  assert.deepEqual(chats, []);
  assert.ok(!gateway.events.some(({ data }) => JSON.stringify(data).includes(id)));
});

test('what the instance itself sends to a group is recorded all the same', async () => {
  await gateway.client.message.sendText({ instance: 'shop', body: { number: group, text: 'from the shop' } });
  assert.deepEqual((await stored(group)).toSorted(), ['from the shop', 'welcome']);
});

test('switched off, groups are heard again at once', async () => {
  await set(false);
  await arrived(gateway, ana, group, 'heard again');
  const renamed = gateway.nextEvent(({ type }) => type === 'groups.update');
  await change({ subject: 'Team again' });
  assert.partialDeepStrictEqual((await renamed).data, [{ id: group, subject: 'Team again' }]);
  assert.ok(!(await stored(group)).includes('unheard'));
});
