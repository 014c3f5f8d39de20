import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Phone } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newInstance } from '../../support/linked-instance.ts';
import { arrived } from '../../support/messages.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let ana: Phone;
let bea: Phone;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  ana = await gateway.whatsapp.phone('15550009991', 'Ana');
  bea = await gateway.whatsapp.phone('15550009992', 'Bea');
  for (const { number } of [ana, bea]) await arrived(gateway, number, shop.number, 'hello');
});
after(() => gateway.stop());

testRefusals('findContacts', () => gateway);

const post = (body?: unknown) => call(gateway, 'POST', '/chat/findContacts/shop').send(body as object);

test('200: everybody who wrote, by JID', async () => {
  const [first, ...rest] = await gateway.client.chat.findContacts({ instance: 'shop', body: {} });
  assert.deepEqual(
    rest.map(({ remoteJid }) => remoteJid),
    [bea.jid],
  );
  const { id, createdAt, updatedAt, instanceId, ...seen } = first ?? {};
  assert.deepEqual(seen, {
    ...{ remoteJid: ana.jid, pushName: 'Ana', profilePicUrl: null },
    ...{ isGroup: false, isSaved: false, type: 'contact' },
  });
  assert.match(String(id), /^c[a-z0-9]{24}$/);
  for (const time of [createdAt, updatedAt]) assert.equal(new Date(String(time)).toISOString(), time);
  assert.match(String(instanceId), /^[0-9a-f-]{36}$/);
});

/** Filters, as clients write them, and whom they leave. */
const FILTERS: Record<string, [where: () => unknown, left: string[]]> = {
  'a JID': [() => ({ remoteJid: ana.jid }), ['Ana']],
  'a LID': [() => ({ remoteJid: ana.lid }), ['Ana']],
  'a number': [() => ({ remoteJid: `+${ana.number}` }), ['Ana']],
  'a JID as the id': [() => ({ id: bea.jid }), ['Bea']],
  'a name': [() => ({ pushName: 'Bea' }), ['Bea']],
  'a name and another JID': [() => ({ pushName: 'Bea', remoteJid: ana.jid }), []],
  'nobody known': [() => ({ remoteJid: '15550009993@s.whatsapp.net' }), []],
  'what n8n makes of nothing': [() => ({ id: '', remoteJid: '@s.whatsapp.net' }), ['Ana', 'Bea']],
  'a blank filter': [() => '', ['Ana', 'Bea']],
};

for (const [filter, [where, left]] of Object.entries(FILTERS)) {
  test(`200: ${filter}`, async () => {
    const { body } = await post({ where: where() }).expect(200);
    assert.deepEqual(
      body.map(({ pushName }: { pushName: string }) => pushName),
      left,
    );
  });
}

test('200: the id of a row, and pages', async () => {
  const [, second] = await gateway.client.chat.findContacts({ instance: 'shop', body: {} });
  assert.deepEqual((await post({ where: { id: second?.id } }).expect(200)).body, [second]);
  assert.deepEqual((await post({ page: 2, offset: 1 }).expect(200)).body, [second]);
  assert.deepEqual((await post({ page: 2 }).expect(200)).body, []);
});

test('200: nothing of another instance, which need not be connected', async () => {
  await newInstance(gateway, 'other');
  assert.deepEqual(await gateway.client.chat.findContacts({ instance: 'other', body: {} }), []);
});

test('400: what cannot be a filter', async () => {
  for (const body of [{ page: 0 }, { offset: 1001 }, { where: { remoteJid: 'Ana' } }])
    assertRefused(await post(body), 400);
});
