import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MessageRecord } from '../../clients/typescript/src/index.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkByPhone, newNumber } from '../support/linked-instance.ts';

const instance = 'shop';
const number = newNumber();
const [CHATS, EACH] = [3, 3000];

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

test('a history that is broken off goes on where it was: nothing is lost, and nothing told twice', async () => {
  const history = { chats: CHATS, messagesPerChat: EACH, onHost: true };
  await gateway.whatsapp.request('POST', '/phones', { number, history });
  const body = { instanceName: instance, integration: 'WHATSAPP-BAILEYS', qrcode: true } as const;
  const created = await gateway.client.instance.createInstance({ body });
  await linkByPhone(gateway, instance, number, { qr: created.qrcode?.code });
  await gateway.event(({ type, extra }) => type === 'messages.set' && Number(extra?.progress) < 100);
  await gateway.client.instance.restartInstance({ instance });
  const { data } = await gateway.event(({ type }) => type === 'messaging-history.set');
  assert.partialDeepStrictEqual(data, { messageCount: CHATS * EACH, chatCount: CHATS });
  const told = gateway.events.filter(({ type }) => type === 'messages.set');
  const ids = told.flatMap(({ data }) => (data as MessageRecord[]).map(({ key }) => key.id));
  assert.equal(ids.length, CHATS * EACH);
  assert.equal(new Set(ids).size, ids.length);
});
