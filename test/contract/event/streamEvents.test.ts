import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { EventName, StreamedEvent } from '../../../clients/typescript/src/index.ts';
import { assertRefused, call } from '../../support/call.ts';
import { KEY, startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('streamEvents', () => gateway);

/** Each test has an instance of its own. */
let name = '';
let token = '';
let made = 0;

beforeEach(async () => {
  name = `shop-${++made}`;
  token = await newInstance(gateway, name);
});

const recorded = () => gateway.events.filter((event) => event.instance_name === name);
/** A few events. */
const connect = () => gateway.client.instance.connectInstance({ instance: name });

interface Options {
  after?: string;
  events?: EventName[];
}

/** The ids of the first events of a stream, which is then closed. */
async function idsOf(stream: AsyncGenerator<StreamedEvent>, count: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const event of stream) {
    assert.ok(event.event !== 'gap');
    ids.push(event.id);
    if (ids.length === count) break;
  }
  return ids;
}

const stream = (options: Options = {}) =>
  gateway.clientWith(token).event.streamEvents({ instance: name, ...options });

test('200: what comes after an event, then each as it happens', async () => {
  await connect();
  const [first] = recorded();
  const early = recorded().length - 1;
  const streamed = stream({ after: first?.id ?? '' });
  const ids = await idsOf(streamed, early);
  const more = stream({ after: ids.at(-1) ?? '' });
  const next = more.next();
  await gateway.client.instance.logoutInstance({ instance: name });
  const { value } = await next;
  assert.deepEqual(
    [first?.id, ...ids, value.id],
    recorded()
      .slice(0, early + 2)
      .map(({ id }) => id),
  );
  await more.return(undefined);
});

test('200: only what is asked for', async () => {
  await connect();
  const streamed = stream({ after: recorded()[0]?.id ?? '', events: ['QRCODE_UPDATED'] });
  const { value } = await streamed.next();
  assert.deepEqual([value.event, value.instance], ['qrcode.updated', name]);
  await streamed.return(undefined);
});

/** Resolves when the stream has begun. */
async function open(query = '', headers: Record<string, string> = {}) {
  const url = `${gateway.url}/event/stream/${name}${query}`;
  const response = await fetch(url, { headers: { apikey: KEY, ...headers } });
  assert.equal(response.status, 200);
  return { response, text: response.body?.pipeThrough(new TextDecoderStream()) ?? [] };
}

test('200: a stream without an event to begin after is live, and ends with the instance', async () => {
  await connect();
  const { text } = await open();
  const before = recorded().length;
  await gateway.client.instance.deleteInstance({ instance: name });
  let all = '';
  for await (const chunk of text) all += chunk;
  assert.deepEqual(
    Array.from(all.matchAll(/^event: (.*)$/gm), ([, type]) => type),
    recorded()
      .slice(before)
      .map(({ type }) => type),
  );
  assert.match(all, /event: remove\.instance\ndata: [^\n]*\n\n$/);
});

test('200: the events as the wire has them; the header counts more than the query', async () => {
  await connect();
  const [first, second, third] = recorded();
  const headers = { 'last-event-id': second?.id ?? '', 'accept-encoding': 'gzip' };
  const { response, text } = await open(`?after=${first?.id}`, headers);
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  assert.equal(response.headers.get('content-encoding'), null);
  let all = '';
  for await (const chunk of text) {
    all += chunk;
    if (all.split('\n\n').length > 2) break;
  }
  const [retry, event] = all.split('\n\n');
  assert.equal(retry, 'retry: 3000');
  const [id, type, data = ''] = event?.split('\n') ?? [];
  assert.deepEqual([id, type], [`id: ${third?.id}`, `event: ${third?.type}`]);
  assert.partialDeepStrictEqual(JSON.parse(data.replace('data: ', '')), {
    id: third?.id,
    sequence: third?.seq,
  });
});

test('400: an event that the instance never had', async () => {
  const id = '01957a1b-5c2f-7d3e-8a4b-000000000001';
  const message = [`after: this instance has no event ${id}`];
  assertRefused(await call(gateway, 'GET', `/event/stream/${name}?after=${id}`), 400, message);
  const byHeader = call(gateway, 'GET', `/event/stream/${name}`).set('last-event-id', id);
  assertRefused(await byHeader, 400, message);
});
