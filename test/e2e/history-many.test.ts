import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RecordedEvent } from '../../server/events/types.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkByPhone, newNumber } from '../support/linked-instance.ts';

const INSTANCES = ['north', 'east', 'south', 'west'];
const [CHATS, EACH] = [5, 1000];
const TOTAL = CHATS * EACH;
/** How many parts of histories a gateway has in work at the same time, and how many rows it tells at once. */
const [IN_WORK, BATCH] = [1, 200];

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
  const linked = INSTANCES.map(async (instanceName) => {
    const number = newNumber();
    const history = { chats: CHATS, messagesPerChat: EACH, onHost: true };
    await gateway.whatsapp.request('POST', '/phones', { number, history });
    const body = { instanceName, integration: 'WHATSAPP-BAILEYS', qrcode: true } as const;
    const created = await gateway.client.instance.createInstance({ body });
    await linkByPhone(gateway, instanceName, number, { qr: created.qrcode?.code });
    await gateway.event(
      ({ type, instance_name }) => type === 'messaging-history.set' && instance_name === instanceName,
    );
  });
  await Promise.all(linked);
});
after(() => gateway.stop());

const SETS = ['contacts.set', 'chats.set', 'messages.set'];

const sets = () => gateway.events.filter(({ type }) => SETS.includes(type));

/** The part of a history that an event is of. */
const partOf = ({ instance_name, extra }: RecordedEvent) => `${instance_name} ${extra?.progress}`;

test('phones that link at once have all of their history stored', async () => {
  const rows = await gateway.client.instance.fetchInstances({});
  assert.deepEqual(
    rows.map(({ _count }) => [_count?.Message, _count?.Chat]),
    INSTANCES.map(() => [TOTAL, CHATS]),
  );
});

test('each says once that the history is complete, and nothing of it comes after that', () => {
  for (const instance of INSTANCES) {
    const told = gateway.events.filter(({ instance_name }) => instance_name === instance);
    const types = told
      .map(({ type }) => type)
      .filter((type) => [...SETS, 'messaging-history.set'].includes(type));
    assert.equal(types.indexOf('messaging-history.set'), types.length - 1);
    const { data } = told.find(({ type }) => type === 'messaging-history.set') ?? {};
    assert.partialDeepStrictEqual(data, { messageCount: TOTAL, chatCount: CHATS, isFull: false });
  }
});

test('no event holds more than a batch', () => {
  assert.ok(sets().length > (INSTANCES.length * TOTAL) / BATCH);
  for (const { data } of sets()) assert.ok((data as unknown[]).length <= BATCH);
});

test('one part is in work at a time, however many phones link', () => {
  const all = sets().filter(({ extra }) => Number(extra?.progress) < 100);
  const order = all.map(partOf);
  assert.ok(new Set(order).size >= INSTANCES.length * 2);
  for (const [index] of all.entries()) {
    const [begun, toCome] = [new Set(order.slice(0, index + 1)), new Set(order.slice(index))];
    const underWay = new Set([...begun].filter((part) => toCome.has(part)));
    assert.ok(underWay.size <= IN_WORK, [...underWay].join());
  }
});
