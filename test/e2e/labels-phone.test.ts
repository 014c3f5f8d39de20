import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkByPhone, linkedInstance, newNumber } from '../support/linked-instance.ts';
import { arrived } from '../support/messages.ts';

type Seen = { appState: { chats: { jid: string; labels: string[] }[] } };

const instance = 'shop';
const ana = newNumber();
const anaJid = `${ana}@s.whatsapp.net`;

let gateway: TestGateway;
let shop: LinkedInstance;
let anaLid: string;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  anaLid = (await gateway.whatsapp.phone(ana, 'Ana')).lid;
  await arrived(gateway, ana, shop.number, 'hello');
});
after(() => gateway.stop());

const onPhone = (what: string, body: object) =>
  gateway.whatsapp.request('POST', `/phones/${shop.number}/${what}`, body);

const named = (name: string): string => (name === 'LID' ? anaLid : ana);

const labels = () => gateway.client.label.findLabels({ instance });

/** Changes something on the shop's phone. Gives what is told of it. */
async function told(type: string, what: string, body: object): Promise<unknown> {
  const next = gateway.nextEvent((event) => event.type === type);
  await onPhone(what, body);
  return (await next).data;
}

const chatLabels = async (remoteJid = anaJid): Promise<string[] | undefined> =>
  (await gateway.client.chat.findChats({ instance, body: { where: { remoteJid } } }))[0]?.labels;

async function onPhoneNow(): Promise<string[]> {
  const { body } = await gateway.whatsapp.request<Seen>('GET', `/phones/${shop.number}`);
  return body.appState.chats.find(({ jid }) => jid === anaJid)?.labels ?? [];
}

const association = (type: 'add' | 'remove', labelId: string) => ({
  ...{ instance, type, chatId: anaJid, labelId },
});

test('labels.edit: a label that the phone makes, renames and colours', async () => {
  const made = await told('labels.edit', 'labels', { id: '5', name: 'VIP', color: 3 });
  const label = { id: '5', name: 'VIP', color: 3, deleted: false, predefinedId: null };
  assert.deepEqual(made, { ...label, instance });
  assert.deepEqual(await labels(), [{ id: '5', name: 'VIP', color: '3', predefinedId: null }]);
  await told('labels.edit', 'labels', { id: '5', name: 'Best', color: 4 });
  assert.deepEqual(await labels(), [{ id: '5', name: 'Best', color: '4', predefinedId: null }]);
});

test('labels.association: the phone puts it on a chat and takes it off, by either name', async () => {
  for (const to of [ana, anaLid]) {
    assert.deepEqual(
      await told('labels.association', 'chats', { to, addLabel: '5' }),
      association('add', '5'),
    );
    assert.deepEqual([await chatLabels(), await chatLabels(anaLid)], [['5'], ['5']]);
    const removed = await told('labels.association', 'chats', { to, removeLabel: '5' });
    assert.deepEqual(removed, association('remove', '5'));
    assert.deepEqual(await chatLabels(), []);
  }
});

for (const name of ['number', 'LID']) {
  test(`handleLabel: what it puts on and takes off by ${name} is so on the phone`, async () => {
    for (const action of ['add', 'remove'] as const) {
      const body = { number: named(name), labelId: '5', action };
      const { numberJid } = await gateway.client.label.handleLabel({ instance, body });
      assert.equal(numberJid, anaJid);
      const expected = action === 'add' ? ['5'] : [];
      await eventually(`${action} on the phone`, async () => (await onPhoneNow()).join() === expected.join());
      assert.deepEqual(await chatLabels(), expected);
    }
  });

  test(`handleLabel: it takes off what the phone has put on by ${name}`, async () => {
    await told('labels.association', 'chats', { to: named(name), addLabel: '5' });
    assert.deepEqual(await onPhoneNow(), ['5']);
    const body = { number: ana, labelId: '5', action: 'remove' } as const;
    await gateway.client.label.handleLabel({ instance, body });
    await eventually('none on the phone', async () => (await onPhoneNow()).length === 0);
  });
}

test('a label that is deleted on the phone goes from its chats', async () => {
  await told('labels.association', 'chats', { to: ana, addLabel: '5' });
  const deleted = await told('labels.edit', 'labels', { id: '5', name: 'Best', deleted: true });
  assert.partialDeepStrictEqual(deleted, { id: '5', deleted: true });
  assert.deepEqual([await labels(), await chatLabels()], [[], []]);
});

test('labels that were there before the link are there after it', async () => {
  const number = newNumber();
  await gateway.whatsapp.phone(number, 'Old shop');
  await gateway.whatsapp.request('POST', `/phones/${number}/labels`, { id: '7', name: 'Regular', color: 1 });
  await gateway.whatsapp.request('POST', `/phones/${number}/chats`, { to: anaLid, addLabel: '7' });
  const body = { instanceName: 'old', integration: 'WHATSAPP-BAILEYS', qrcode: true } as const;
  const created = await gateway.client.instance.createInstance({ body });
  await linkByPhone(gateway, 'old', number, { qr: created.qrcode?.code });
  await gateway.event(({ type, instance_name }) => type === 'labels.association' && instance_name === 'old');
  assert.partialDeepStrictEqual(await gateway.client.label.findLabels({ instance: 'old' }), [
    { id: '7', name: 'Regular' },
  ]);
  const id = await gateway.whatsapp.send(ana, number, 'hello again');
  await gateway.event(({ type, data }) => type === 'messages.upsert' && JSON.stringify(data).includes(id));
  const [chat] = await gateway.client.chat.findChats({ instance: 'old', body: {} });
  assert.partialDeepStrictEqual(chat, { remoteJid: anaJid, labels: ['7'] });
});
