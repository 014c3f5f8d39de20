import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newNumber } from '../support/linked-instance.ts';
import { statusEvent } from '../support/messages.ts';

type Sent = { id: string; receipts: Record<string, string> };

let gateway: TestGateway;
let shop: LinkedInstance;
let group: string;
const ana = newNumber();

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  await gateway.whatsapp.phone(ana, 'Ana');
  const body = { creator: ana, subject: 'Team', participants: [shop.number] };
  group = (await gateway.whatsapp.request<{ id: string }>('POST', '/groups', body)).body.id;
});
after(() => gateway.stop());

const set = (body: object) => gateway.client.settings.setSettings({ instance: 'shop', body });

const writes = (to: string, text: string) => gateway.whatsapp.send(ana, to, text);

const postsStatus = (text: string) =>
  gateway.whatsapp.send(ana, 'status@broadcast', { text, statusJidList: [shop.number] });

async function receiptOf(id: string): Promise<string | undefined> {
  const { body } = await gateway.whatsapp.request<Sent[]>('GET', `/phones/${ana}/sent`);
  return body.find((sent) => sent.id === id)?.receipts[shop.number];
}

const isSeen = (id: string, receipt: string) =>
  eventually(`${id} ${receipt}`, async () => (await receiptOf(id)) === receipt);

async function unread(remoteJid = `${ana}@s.whatsapp.net`): Promise<number | undefined> {
  const [chat] = await gateway.client.chat.findChats({ instance: 'shop', body: { where: { remoteJid } } });
  return chat?.unreadCount;
}

/** What arrived before a message that was read is not read any more once that one is. */
async function staysUnread(ids: string[], readNow: () => Promise<string>): Promise<void> {
  for (const id of ids) await isSeen(id, 'delivered');
  await isSeen(await readNow(), 'read');
  for (const id of ids) assert.equal(await receiptOf(id), 'delivered');
}

const untouched: string[] = [];

test('both are off by default: what comes is received, and counts as unread', async () => {
  untouched.push(await writes(shop.number, 'hello?'), await postsStatus('at the beach'));
  untouched.push(await writes(group, 'anybody?'));
  for (const id of untouched) await isSeen(id, 'delivered');
  assert.deepEqual([await unread(), await unread(group)], [1, 1]);
});

test('readMessages: in private and in groups, of both names; a status is none', async () => {
  await set({ readMessages: true });
  const { lid } = await gateway.whatsapp.phone(shop.number);
  untouched.push(await postsStatus('still there'));
  await staysUnread(untouched, () => writes(shop.number, 'one'));
  for (const to of [lid, group]) {
    const id = await writes(to, `read, ${to}`);
    await isSeen(id, 'read');
    await statusEvent(gateway, id, 'READ');
  }
  assert.deepEqual([await unread(), await unread(group)], [0, 0]);
});

test('readStatus: a status is read, and a message is none', async () => {
  await set({ readMessages: false, readStatus: true });
  const unreadNow = await writes(shop.number, 'unread');
  await staysUnread([...untouched, unreadNow], () => postsStatus('going home'));
  assert.equal(await unread(), 1);
});

test('switched off, nothing is read any more', async () => {
  await set({ readStatus: false });
  const later = [await postsStatus('sleeping'), await writes(group, 'good night')];
  await set({ readMessages: true });
  await staysUnread(later, () => writes(shop.number, 'good night'));
});

test('what came while the instance was away is read when it is back', async () => {
  await gateway.client.instance.restartInstance({ instance: 'shop' });
  await gateway.whatsapp.faults({ disconnect: { number: shop.number } });
  await isSeen(await writes(shop.number, 'are you back?'), 'read');
});
