import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { StatusMessage } from '../../../clients/typescript/src/index.ts';
import type { Phone } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { linkedInstance, newInstance } from '../../support/linked-instance.ts';
import { statusEvent } from '../../support/messages.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let ana: Phone;
let bea: Phone;
/** WhatsApp's ids. */
let read = '';
let refused = '';

before(async () => {
  gateway = await startTestGateway();
  await linkedInstance(gateway);
  ana = await gateway.whatsapp.phone('15550009991', 'Ana');
  bea = await gateway.whatsapp.phone('15550009992', 'Bea');
  read = await send(ana.number, 'DELIVERY_ACK');
  await gateway.whatsapp.request('POST', `/phones/${ana.number}/read`, { id: read });
  await statusEvent(gateway, read, 'READ');
  await gateway.whatsapp.faults({ ackError: 479 });
  refused = await send(bea.number, 'ERROR');
});
after(() => gateway.stop());

testRefusals('findStatusMessage', () => gateway);

async function send(number: string, status: string): Promise<string> {
  const { key } = await gateway.client.message.sendText({ instance: 'shop', body: { number, text: 'x' } });
  await statusEvent(gateway, key.id, status);
  return key.id;
}

const post = (body?: unknown) => call(gateway, 'POST', '/chat/findStatusMessage/shop').send(body as object);
const steps = (found: StatusMessage[]) => found.map(({ keyId, status }) => [keyId, status]);

test('200: each step of each message, the newest first, with the reason of a failure', async () => {
  const found: StatusMessage[] = (await post().expect(200)).body;
  const [first, second] = found;
  assert.deepEqual(steps(found.slice(0, 2)), [
    [refused, 'ERROR'],
    [read, 'READ'],
  ]);
  assert.match(first?.reason ?? '', /^479/);
  const { messages } = await gateway.client.chat.findMessages({
    instance: 'shop',
    body: { where: { key: { id: read } } },
  });
  const { id, ...step } = second ?? {};
  assert.match(String(id), /^c[a-z0-9]{24}$/);
  assert.deepEqual(step, {
    ...{ keyId: read, remoteJid: ana.jid, fromMe: true, participant: null, pollUpdates: null },
    ...{ status: 'READ', messageId: messages.records[0]?.id, instanceId: messages.records[0]?.instanceId },
  });
});

/** Filters, as clients write them, and the messages of which they leave steps. */
const FILTERS: Record<string, [where: () => object, left: () => string[]]> = {
  'WhatsApp’s id': [() => ({ id: refused }), () => [refused]],
  'WhatsApp’s id, as n8n sends it': [() => ({ keyId: refused, instanceId: 'shop' }), () => [refused]],
  'a chat, by phone': [() => ({ remoteJid: bea.jid }), () => [refused]],
  'a chat, by LID': [() => ({ remoteJid: bea.lid }), () => [refused]],
  'a status': [() => ({ status: 'READ' }), () => [read]],
  'what was sent': [() => ({ fromMe: true, status: 'ERROR' }), () => [refused]],
  'what came': [() => ({ fromMe: false }), () => []],
  'an author': [() => ({ participant: ana.jid }), () => []],
  blanks: [() => ({ id: '', remoteJid: '@s.whatsapp.net', status: 'ERROR' }), () => [refused]],
};

for (const [name, [where, left]] of Object.entries(FILTERS)) {
  test(`200: ${name}`, async () => {
    const found: StatusMessage[] = (await post({ where: where() }).expect(200)).body;
    assert.deepEqual([...new Set(found.map(({ keyId }) => keyId))], left());
  });
}

test('200: page by page', async () => {
  const all: StatusMessage[] = (await post({}).expect(200)).body;
  assert.deepEqual((await post({ page: 2, offset: 1 }).expect(200)).body, all.slice(1, 2));
  assert.deepEqual((await post({ limit: 1 }).expect(200)).body, all.slice(0, 1));
});

test('200: nothing of another instance, which need not be connected', async () => {
  await newInstance(gateway, 'other');
  assert.deepEqual(await gateway.client.chat.findStatusMessage({ instance: 'other', body: {} }), []);
});

test('400: what cannot be a filter', async () => {
  for (const body of [{ page: 0 }, { where: { status: 'SEEN' } }, { where: { remoteJid: 'Ana' } }])
    assertRefused(await post(body), 400);
});
