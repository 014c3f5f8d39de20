import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import {
  verifyWebhook,
  type WebhookFault,
  type WebhookRequest,
  WebhookVerificationError,
} from '../../clients/typescript/src/index.ts';
import { eventExamples } from '../support/event-examples.ts';

const SECRET = secret('the secret of the shop');
const OTHER = secret('the secret of another');
const [EVENT] = eventExamples('messages.upsert');
/** As it goes over the wire: letters beyond ASCII, and spaces that parsing would lose. */
const BODY = JSON.stringify({ ...EVENT, sender: 'São João 👋' }, null, 1);

function secret(text: string): string {
  return `whsec_${Buffer.from(text).toString('base64')}`;
}

const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1_000);

/** The headers of a request that the library signs, with a signature by each secret. */
function signed(secrets: string[], body = BODY, at = new Date()): Record<string, string> {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((one) => new Webhook(one).sign('msg_1', at, body)).join(' '),
  };
}

const refuses = (request: WebhookRequest, secrets: string | string[], fault: WebhookFault, message: RegExp) =>
  assert.rejects(verifyWebhook(request, secrets), (error) => {
    assert.ok(error instanceof WebhookVerificationError);
    assert.deepEqual([error.name, error.fault], ['WebhookVerificationError', fault]);
    assert.match(error.message, message);
    return true;
  });

const upper = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));

const URL = 'https://shop.test/hook';
const REQUESTS: Record<string, (headers: Record<string, string>) => WebhookRequest> = {
  'the headers of Node, and a text': (headers) => ({ headers: { host: 'h', ...headers }, body: BODY }),
  'headers in any case': (headers) => ({ headers: upper(headers), body: BODY }),
  'headers as lists': (headers) => {
    const lists = Object.entries(headers).map(([name, value]) => [name, value.split(' ')]);
    return { headers: Object.fromEntries(lists), body: BODY };
  },
  Headers: (headers) => ({ headers: new Headers(headers), body: BODY }),
  'a Buffer': (headers) => ({ headers, body: Buffer.from(BODY) }),
  bytes: (headers) => ({ headers, body: new TextEncoder().encode(BODY) }),
  'a Request': (headers) => new Request(URL, { method: 'POST', headers, body: BODY }),
};
for (const [name, requestOf] of Object.entries(REQUESTS)) {
  test(`gives the event of a signed request: ${name}`, async () => {
    assert.deepEqual(await verifyWebhook(requestOf(signed([SECRET])), SECRET), JSON.parse(BODY));
    await refuses(requestOf(signed([OTHER])), SECRET, 'wrong signature', /this secret/);
  });
}

test('the example of the Standard Webhooks specification has the signature that it says', () => {
  const signature = new Webhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw').sign(
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  assert.equal(signature, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('a secret may be changed by either side first', async () => {
  await verifyWebhook({ headers: signed([SECRET, OTHER]), body: BODY }, OTHER);
  await verifyWebhook({ headers: signed([OTHER, SECRET]), body: BODY }, OTHER);
  await verifyWebhook({ headers: signed([OTHER]), body: BODY }, [SECRET, OTHER]);
  const third = secret('a third');
  await refuses({ headers: signed([SECRET, OTHER]), body: BODY }, [third], 'wrong signature', /no signature/);
  await refuses({ headers: signed([SECRET]), body: BODY }, [], 'wrong signature', /no signature/);
});

test('five minutes and no more may lie between the clocks', async () => {
  await verifyWebhook({ headers: signed([SECRET], BODY, secondsAgo(290)), body: BODY }, SECRET);
  await verifyWebhook({ headers: signed([SECRET], BODY, secondsAgo(-290)), body: BODY }, SECRET);
  const old = signed([SECRET], BODY, secondsAgo(310));
  await refuses({ headers: old, body: BODY }, SECRET, 'too old', /31\d s ago/);
  const early = signed([SECRET], BODY, secondsAgo(-310));
  await refuses({ headers: early, body: BODY }, SECRET, 'too new', /(309|310) s ahead/);
  const renewed = { ...old, 'webhook-timestamp': String(Math.floor(Date.now() / 1_000)) };
  await refuses({ headers: renewed, body: BODY }, SECRET, 'wrong signature', /no signature/);
});

for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
  test(`without ${name} it is refused, and so it is with an empty one`, async () => {
    const { [name]: _, ...headers } = signed([SECRET]);
    await refuses({ headers, body: BODY }, SECRET, 'missing header', new RegExp(name));
    await refuses({ headers: { ...headers, [name]: '' }, body: BODY }, SECRET, 'missing header', /./);
    await refuses({ headers: new Headers(headers), body: BODY }, SECRET, 'missing header', /./);
  });
}

const CHANGES: Record<string, (request: Record<string, string>) => Record<string, string>> = {
  'another body': (all) => ({ ...all, body: BODY.replace('Ana', 'Eva') }),
  'the same body, spelt otherwise': (all) => ({ ...all, body: JSON.stringify(JSON.parse(BODY)) }),
  'no body': (all) => ({ ...all, body: '' }),
  'another id': (all) => ({ ...all, 'webhook-id': 'msg_2' }),
  'another version of signatures': (all) => ({ ...all, 'webhook-signature': 'v1a,AAAA' }),
  'a cut signature': (all) => ({
    ...all,
    'webhook-signature': String(all['webhook-signature']).slice(0, -1),
  }),
  'a signature without its value': (all) => ({ ...all, 'webhook-signature': 'v1' }),
};
for (const [name, change] of Object.entries(CHANGES)) {
  test(`what was changed on its way is refused: ${name}`, async () => {
    const { body = '', ...headers } = change({ ...signed([SECRET]), body: BODY });
    await refuses({ headers, body }, SECRET, 'wrong signature', /no signature/);
  });
}

test('a timestamp that is none is refused', async () => {
  for (const timestamp of ['today', '1e9', '-1', '1741064767.5', `${Math.floor(Date.now() / 1_000)} `])
    await refuses(
      { headers: { ...signed([SECRET]), 'webhook-timestamp': timestamp }, body: BODY },
      ...[SECRET, 'bad timestamp' as const, /bad timestamp/],
    );
});

test('a secret that is none is a mistake of the program, not of the request', async () => {
  const request = { headers: signed([SECRET]), body: BODY };
  for (const wrong of ['', 'whsec_', 'not base64!']) {
    await assert.rejects(
      verifyWebhook(request, wrong),
      (error) => error instanceof Error && !(error instanceof WebhookVerificationError),
    );
  }
});
