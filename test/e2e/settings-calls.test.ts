import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CallData } from '../../clients/typescript/src/index.ts';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newNumber } from '../support/linked-instance.ts';
import { arrived } from '../support/messages.ts';

type Call = { id: string; status: string };

const BUSY = 'We cannot talk now, please write';

let gateway: TestGateway;
let shop: LinkedInstance;
const ana = newNumber();

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  await gateway.whatsapp.phone(ana, 'Ana');
});
after(() => gateway.stop());

const set = (body: object) => gateway.client.settings.setSettings({ instance: 'shop', body });

/** Ana calls. Gives the call's id, and what is told of it. */
async function ring(to = shop.number, video = false): Promise<CallData> {
  const call = { to, video };
  const { body } = await gateway.whatsapp.request<Call>('POST', `/phones/${ana}/call`, call);
  const isTold = (data: CallData) => data.id === body.id && data.status === 'offer';
  const { data } = await gateway.event(({ type, data }) => type === 'call' && isTold(data as CallData));
  return data as CallData;
}

const became = (id: string, status: string) =>
  eventually(`${id} ${status}`, async () => {
    const { body } = await gateway.whatsapp.request<Call[]>('GET', `/phones/${ana}/calls`);
    return body.some((call) => call.id === id && call.status === status);
  });

const texts = async () => (await gateway.whatsapp.inbox(ana)).map(({ text }) => text);

/** A call that was not rejected can still be taken on the phone. Everything before it has been done by then. */
async function isTakenOnThePhone(id: string): Promise<void> {
  await arrived(gateway, ana, shop.number, `did you see ${id}?`);
  const path = `/phones/${shop.number}/calls/${id}`;
  const { body } = await gateway.whatsapp.request<Call>('POST', path, { step: 'accept' });
  assert.equal(body.status, 'accepted');
}

test('a call rings, and is told, unless it is to be rejected', async () => {
  const { id, ...told } = await ring();
  assert.partialDeepStrictEqual(told, {
    ...{ chatId: `${ana}@s.whatsapp.net`, from: `${ana}@s.whatsapp.net` },
    ...{ isVideo: false, isGroup: false, offline: false },
  });
  await isTakenOnThePhone(id);
});

test('rejectCall: the caller sees it at once, and gets no text where there is none', async () => {
  await set({ rejectCall: true });
  await became((await ring(shop.number, true)).id, 'rejected');
  await set({ msgCall: BUSY });
  await became((await ring()).id, 'rejected');
  await eventually('the text', async () => (await texts()).includes(BUSY));
  assert.deepEqual(await texts(), [BUSY]);
});

test('the text after a rejected call is recorded as any other', async () => {
  const { messages } = await gateway.client.chat.findMessages({ instance: 'shop', body: {} });
  const [sent] = messages.records.filter(({ key }) => key.fromMe);
  assert.partialDeepStrictEqual(sent, {
    ...{ key: { remoteJid: `${ana}@s.whatsapp.net` }, message: { conversation: BUSY } },
  });
});

test('a call to the hidden name is rejected like one to the number', async () => {
  const { lid } = await gateway.whatsapp.phone(shop.number);
  const { id, from } = await ring(lid);
  assert.equal(from, `${ana}@s.whatsapp.net`);
  await became(id, 'rejected');
  await eventually('another text', async () => (await texts()).filter((text) => text === BUSY).length === 2);
});

test('switched off, nothing is rejected any more, and nothing is said', async () => {
  await set({ rejectCall: false });
  await isTakenOnThePhone((await ring()).id);
  assert.equal((await texts()).filter((text) => text === BUSY).length, 2);
});
