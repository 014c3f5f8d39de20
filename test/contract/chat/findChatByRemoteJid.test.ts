import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Phone } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { type LinkedInstance, linkedInstance } from '../../support/linked-instance.ts';
import { arrived } from '../../support/messages.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let ana: Phone;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  ana = await gateway.whatsapp.phone('15550009991', 'Ana');
  await arrived(gateway, ana.number, shop.number, 'hello');
});
after(() => gateway.stop());

testRefusals('findChatByRemoteJid', () => gateway);

test('200: the chat, by phone JID, LID or number', async () => {
  const instance = 'shop';
  const chat = await gateway.client.chat.findChatByRemoteJid({ instance, remoteJid: ana.jid });
  const { id, createdAt, updatedAt, instanceId, ...seen } = chat;
  assert.deepEqual(seen, { remoteJid: ana.jid, name: 'Ana', labels: [], unreadMessages: 1 });
  assert.match(id, /^c[a-z0-9]{24}$/);
  assert.match(instanceId, /^[0-9a-f-]{36}$/);
  for (const time of [createdAt, updatedAt]) assert.equal(new Date(time).toISOString(), time);
  for (const remoteJid of [ana.lid, ana.number, `+${ana.number}`]) {
    assert.deepEqual(await gateway.client.chat.findChatByRemoteJid({ instance, remoteJid }), chat);
  }
});

test('400: no JID, or none that WhatsApp could know', async () => {
  for (const query of ['', '?remoteJid=', '?remoteJid=Ana'])
    assertRefused(await call(gateway, 'GET', `/chat/findChatByRemoteJid/shop${query}`), 400);
});

test('404: nobody has written under that JID', async () => {
  const path = '/chat/findChatByRemoteJid/shop?remoteJid=15550009993@s.whatsapp.net';
  assertRefused(await call(gateway, 'GET', path), 404, ['There is no chat with 15550009993@s.whatsapp.net']);
});
