import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let token: string;

before(async () => {
  gateway = await startTestGateway();
  token = await newInstance(gateway, 'shop');
  await newInstance(gateway, 'other');
  await gateway.client.instance.connectInstance({ instance: 'shop' });
  await gateway.client.instance.logoutInstance({ instance: 'shop' });
});
after(() => gateway.stop());

testRefusals('listEvents', () => gateway);

const recorded = (name: string) => gateway.events.filter((event) => event.instance_name === name);
const list = (query: string, name = 'shop') => call(gateway, 'GET', `/event/list/${name}${query}`);

test('200: the log of the instance, as events are sent, page by page', async () => {
  const log = recorded('shop');
  assert.ok(log.length >= 4);
  const api = gateway.clientWith(token).event;
  const ids: string[] = [];
  let page = await api.listEvents({ instance: 'shop', limit: 2 });
  for (;;) {
    assert.ok(page.events.length <= 2);
    assert.equal(page.isGap, false);
    ids.push(...page.events.map(({ id }) => id));
    assert.equal(page.next, ids.at(-1));
    if (!page.hasMore) break;
    page = await api.listEvents({ instance: 'shop', limit: 2, after: page.next ?? '' });
  }
  assert.deepEqual(
    ids,
    log.map(({ id }) => id),
  );
  const { events } = await api.listEvents({ instance: 'shop' });
  assert.deepEqual(
    events.map(({ sequence, event, data }) => ({ seq: sequence, type: event, data })),
    log.map(({ seq, type, data }) => ({ seq, type, data: JSON.parse(JSON.stringify(data)) })),
  );
  assert.ok(events.every((event) => !('destination' in event) && event.server_url === 'http://gateway.test'));
});

test('200: only the events asked for, in any spelling; what was passed over is behind `next`', async () => {
  const log = recorded('shop');
  const wanted = log.filter(({ type }) => type === 'qrcode.updated' || type === 'instance.create');
  for (const query of [
    '?events=qrcode.updated,INSTANCE_CREATE',
    '?events=QRCODE-UPDATED&events=instance_create',
  ]) {
    const { body } = await list(query).expect(200);
    assert.deepEqual(
      body.events.map(({ id }: { id: string }) => id),
      wanted.map(({ id }) => id),
    );
    assert.deepEqual([body.next, body.hasMore], [log.at(-1)?.id, false]);
  }
  const { body } = await list('?events=CALL').expect(200);
  assert.deepEqual(body, { events: [], next: log.at(-1)?.id, hasMore: false, isGap: false });
});

test('200: nothing behind the last one, and `next` stays', async () => {
  const last = recorded('shop').at(-1)?.id;
  const page = await gateway.client.event.listEvents({ instance: 'shop', after: last ?? '' });
  assert.deepEqual(page, { events: [], next: last, hasMore: false, isGap: false });
});

test('400: an event that the instance never had', async () => {
  const foreign = recorded('other')[0]?.id ?? '';
  for (const id of [foreign, '01957a1b-5c2f-7d3e-8a4b-000000000001', '3b0f0c52-8c1d-4f57-9b44-2f9d0e7f1a10'])
    assertRefused(await list(`?after=${id}`), 400, [`after: this instance has no event ${id}`]);
});
