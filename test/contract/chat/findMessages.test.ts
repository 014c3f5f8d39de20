import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FindMessagesBody, StoredMessage } from '../../../clients/typescript/src/index.ts';
import type { Phone } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newInstance } from '../../support/linked-instance.ts';
import { arrived, statusEvent } from '../../support/messages.ts';
import { testRefusals } from '../../support/refusals.ts';
import { ALL, BEA, CAIO, FILTERS } from './message-filters.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let bea: Phone;
/** WhatsApp's id of each message, by its text. */
const ids: Record<string, string> = {};

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  bea = await gateway.whatsapp.phone(BEA, 'Bea');
  await gateway.whatsapp.phone(CAIO, 'Caio');
  await sent(BEA, 'out 1');
  await came(BEA, 'in 1');
  await came(BEA, 'in 2');
  await sent(BEA, 'out 2');
  await sent(CAIO, 'to Caio');
});
after(() => gateway.stop());

testRefusals('findMessages', () => gateway);

async function sent(number: string, text: string): Promise<void> {
  const { key } = await gateway.client.message.sendText({ instance: 'shop', body: { number, text } });
  ids[text] = key.id;
  await statusEvent(gateway, key.id, 'DELIVERY_ACK');
}

async function came(number: string, text: string): Promise<void> {
  ids[text] = await arrived(gateway, number, shop.number, text);
}

const texts = (records: StoredMessage[]) => records.map(({ message }) => message.conversation);

const find = async (body: FindMessagesBody) =>
  (await gateway.client.chat.findMessages({ instance: 'shop', body })).messages;

/** As older clients write it. */
const post = (body: unknown) => call(gateway, 'POST', '/chat/findMessages/shop').send(body as object);

test('200: without a body all messages, the newest first', async () => {
  for (const body of [undefined, {}, [], { where: {} }, { where: '' }, { where: null }]) {
    const { messages } = (await post(body).expect(200)).body;
    assert.deepEqual(texts(messages.records), ALL);
    assert.partialDeepStrictEqual(messages, { total: 5, pages: 1, currentPage: 1 });
  }
});

test('200: a message that came, and one that was sent, with what became of it', async () => {
  const [incoming] = (await find({ where: { key: { id: String(ids['in 1']) } } })).records;
  assert.partialDeepStrictEqual(incoming, {
    key: { id: ids['in 1'], fromMe: false, remoteJid: bea.jid },
    pushName: 'Bea',
    messageType: 'conversation',
    message: { conversation: 'in 1' },
    contextInfo: null,
    status: 'DELIVERY_ACK',
    MessageUpdate: [],
  });
  await gateway.whatsapp.request('POST', `/phones/${BEA}/read`, { id: ids['out 1'] });
  await statusEvent(gateway, String(ids['out 1']), 'READ');
  const [outgoing] = (await find({ where: { key: { id: String(ids['out 1']) } } })).records;
  assert.partialDeepStrictEqual(outgoing, {
    key: { fromMe: true, remoteJid: bea.jid },
    pushName: 'Owner of shop',
    status: 'READ',
  });
  const history = outgoing?.MessageUpdate.map(({ status }) => status) ?? [];
  assert.deepEqual(
    ['SERVER_ACK', 'DELIVERY_ACK', 'READ'].filter((status) => history.includes(status as 'READ')),
    history,
  );
  assert.equal(history.at(-1), 'READ');
});

test('200: page by page, and nothing beyond the last one', async () => {
  const expected = [['to Caio', 'out 2'], ['in 2', 'in 1'], ['out 1'], []];
  for (const [index, page] of expected.entries()) {
    const found = await find({ page: index + 1, offset: 2 });
    assert.deepEqual(texts(found.records), page);
    assert.partialDeepStrictEqual(found, { total: 5, pages: 3, currentPage: index + 1 });
  }
  assert.deepEqual(texts((await find({ limit: 1, page: 2 })).records), ['out 2']);
  assert.deepEqual(texts((await find({ limit: 1, offset: 2 })).records), ['to Caio', 'out 2']);
});

for (const [filter, [where, left]] of Object.entries(FILTERS)) {
  test(`200: ${filter}`, async () => {
    const { messages } = (await post({ where: where({ bea, ids }) }).expect(200)).body;
    assert.deepEqual(texts(messages.records), left);
    assert.equal(messages.total, left.length);
  });
}

test('200: the id of a row finds it', async () => {
  const [newest] = (await find({ limit: 1 })).records;
  assert.deepEqual(texts((await find({ where: { id: String(newest?.id) } })).records), ['to Caio']);
});

test('200: nothing of another instance, which need not be connected', async () => {
  const token = await newInstance(gateway, 'other');
  const { messages } = await gateway.clientWith(token).chat.findMessages({ instance: 'other', body: {} });
  assert.deepEqual(messages, { total: 0, pages: 0, currentPage: 1, records: [] });
});

/** What is refused, and what the answer names. */
const REFUSED: [object, RegExp][] = [
  [{ page: 0 }, /^instance\.page must be at least 1$/],
  [{ offset: 1001 }, /^instance\.offset must be at most 1000$/],
  [{ limit: 0 }, /^instance\.limit must be at least 1$/],
  [{ where: { source: 'windows' } }, /^instance\.where\.source must be one of ios, android/],
  [{ where: { key: 'all' } }, /^instance\.where\.key must be an object$/],
  [{ where: { key: { remoteJid: 'Bea' } } }, /^"Bea" is not a phone number/],
  [{ where: { messageTimestamp: { gte: 'yesterday' } } }, /messageTimestamp\.gte must be an ISO date/],
];

for (const [body, named] of REFUSED) {
  test(`400: ${JSON.stringify(body)}`, async () => {
    const response = await post(body);
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
  });
}
