import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { WebhookWithSecret, ZapgateClient } from '../../clients/typescript/src/index.ts';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { freePort } from '../support/gateway-process.ts';
import { type LinkedInstance, linkedInstance, newNumber } from '../support/linked-instance.ts';
import { type ConsumerProcess, consumerProcess, type Line } from './consumer-process.ts';

const KILLS = 5;
/** Messages between two kills; while the consumer is away, more come. */
const BETWEEN = 40;

const folder = mkdtempSync(join(tmpdir(), 'zapgate-consumer-'));
const ana = newNumber();
let gateway: TestGateway;
let shop: LinkedInstance;
let client: ZapgateClient;
let webhook: WebhookWithSecret;
let consumer: ConsumerProcess;

before(async () => {
  const retry = { WEBHOOK_RETRY_INITIAL_DELAY_SECONDS: '0.05', WEBHOOK_RETRY_MAX_DELAY_SECONDS: '0.2' };
  gateway = await startTestGateway(retry);
  shop = await linkedInstance(gateway);
  await gateway.whatsapp.phone(ana, 'Ana');
  client = gateway.clientWith(shop.token);
  const PORT = String(await freePort());
  const url = `http://127.0.0.1:${PORT}/hook`;
  webhook = await client.webhook.createWebhook({ instance: shop.name, body: { url } });
  consumer = consumerProcess(folder, {
    ...{ ZAPGATE_URL: gateway.url, ZAPGATE_KEY: shop.token, INSTANCE: shop.name },
    ...{ PORT, SECRETS: webhook.secret },
  });
  consumer.start();
});
after(async () => {
  await consumer.kill();
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that the log holds, read in small pages. */
async function readLog(): Promise<Line[]> {
  const lines: Line[] = [];
  for (let after: string | null = null; ; ) {
    const place = after === null ? {} : { after };
    const page = await client.event.listEvents({ instance: shop.name, limit: 50, ...place });
    lines.push(...page.events.map(({ sequence, id, event }): Line => [sequence, id, event]));
    if (!page.hasMore) return lines;
    after = page.next;
  }
}

const numbers = (lines: Line[]): number[] => lines.map(([sequence]) => sequence);

/** Each event once, where it came first. */
const distinct = (lines: Line[]): Line[] => [...new Map(lines.map((line) => [line[1], line])).values()];

test('a consumer that is killed again and again ends with exactly the events that the log holds', async () => {
  const sending = sendAll(KILLS * BETWEEN * 2);
  for (let kill = 0; kill < KILLS; kill++) {
    await consumer.hasStreamed(consumer.lines('stream').length + BETWEEN);
    if (kill === 2) webhook = await rotated();
    await consumer.kill();
    consumer.start({ SECRETS: webhook.secret });
  }
  const last = await sending;
  await gateway.event(({ data }) => (data as { key?: { id: string } } | null)?.key?.id === last);
  const log = await eventually('the consumer has the whole log by both ways', async () => {
    const lines = await readLog();
    const lastIds = [consumer.lines('stream'), distinct(consumer.lines('webhook'))].map(
      (one) => one.at(-1)?.[1],
    );
    return lastIds.every((id) => id === lines.at(-1)?.[1]) && lines;
  });

  assert.deepEqual(
    numbers(log),
    Array.from(log, (_, index) => index + 1),
    'the log has no gaps',
  );
  assert.deepEqual(consumer.lines('stream'), log, 'the stream: all of it, in order, nothing twice');
  const delivered = distinct(consumer.lines('webhook'));
  assert.deepEqual(delivered, log.slice(-delivered.length), 'webhooks: all since there is one, in order');
  const messages = (lines: Line[]): number => lines.filter(([, , name]) => name === 'messages.upsert').length;
  assert.deepEqual([messages(log), messages(delivered)], [KILLS * BETWEEN * 2, KILLS * BETWEEN * 2]);
});

test('what somebody else has signed, or nobody, the consumer does not take', async () => {
  const taken = consumer.lines('webhook').length;
  const body = JSON.stringify({ event: 'call' });
  const other = new Webhook(`whsec_${Buffer.from('of somebody else').toString('base64')}`);
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
    'webhook-signature': other.sign('msg_1', new Date(), body),
  };
  for (const forged of [headers, {}]) {
    const { status } = await fetch(webhook.url, { method: 'POST', body, headers: forged });
    assert.equal(status, 401);
  }
  assert.equal(consumer.lines('webhook').length, taken);
});

/** The consumer that runs knows the secret before it; the next one only the new one. */
function rotated(): Promise<WebhookWithSecret> {
  return client.webhook.rotateWebhookSecret({ instance: shop.name, webhookId: webhook.id });
}

/** Gives the id of the last message. */
async function sendAll(count: number): Promise<string> {
  let id = '';
  for (let n = 0; n < count; n++) id = await gateway.whatsapp.send(ana, shop.number, `message ${n}`);
  return id;
}
