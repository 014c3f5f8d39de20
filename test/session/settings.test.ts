import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Contact, newContact, presenceOf } from '../support/contact.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkedInstance } from '../support/linked-instance.ts';
import { statusEvent } from '../support/messages.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let ana: Contact;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  ana = await newContact(gateway, 'Ana');
});
after(async () => {
  await ana.client.end();
  await gateway.stop();
});

const set = (body: object) => gateway.client.settings.setSettings({ instance: 'shop', body });
const jid = () => `${shop.number}@s.whatsapp.net`;

const READ = 4;

test('readMessages: what comes is read from the next message on, and its author sees it', async () => {
  const before = await ana.client.send(jid(), { text: 'unread' });
  await gateway.event(({ type, data }) => type === 'messages.upsert' && idOf(data) === before);
  await set({ readMessages: true });
  const id = await ana.client.send(jid(), { text: 'read' });
  await ana.client.status(id, READ);
  await statusEvent(gateway, id, 'READ');
  const [chat] = await gateway.client.chat.findChats({ instance: 'shop', body: {} });
  assert.equal(chat?.unreadCount, 0);
  await set({ readMessages: false });
});

test('alwaysOnline: the account is seen online, and not, at once', async () => {
  await ana.client.socket().presenceSubscribe(jid());
  const online = presenceOf(ana, 'available');
  await set({ alwaysOnline: true });
  await online;
  const offline = presenceOf(ana, 'unavailable');
  await set({ alwaysOnline: false });
  await offline;
});

const idOf = (data: unknown): string => (data as { key: { id: string } }).key.id;
