import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createWorld, type World } from './world.ts';

let world: World;

before(async () => {
  world = await createWorld();
  await world.control.phone('15550000001', 'Alice');
  await world.control.phone('15550000002', 'Bob');
});
after(() => world.end());

const request = <T>(method: string, path: string, body?: unknown) =>
  world.control.request<T>(method, path, body);

describe('bad requests are refused by name', () => {
  const cases: [number, RegExp, string, string, unknown][] = [
    [400, /number must match pattern/, 'POST', '/phones', { number: '+1 555' }],
    [400, /number must be string/, 'POST', '/phones', { number: 15550000001 }],
    [400, /required property 'number'/, 'POST', '/phones', {}],
    [400, /nam must NOT have additional/, 'POST', '/phones', { number: '15550000001', nam: 'x' }],
    [400, /at least|fewer than 1/, 'POST', '/phones/15550000001/link', {}],
    [400, /more than 1/, 'POST', '/phones/15550000001/link', { qr: 'a', pairingCode: 'ABCD1234' }],
    [400, /qr is not the text/, 'POST', '/phones/15550000001/link', { qr: 'a' }],
    [409, /no device is waiting/, 'POST', '/phones/15550000001/link', { pairingCode: 'ABCD1234' }],
    [404, /no phone 15559999999/, 'POST', '/phones/15559999999/link', { qr: 'a' }],
    [400, /exactly one is required of: text,/, 'POST', '/phones/15550000001/send', { to: '15550000002' }],
    [400, /to must match pattern/, 'POST', '/phones/15550000001/send', { to: 'bob', text: 'x' }],
    [
      404,
      /15559999999 is not on WhatsApp/,
      'POST',
      '/phones/15550000001/send',
      { to: '15559999999', text: 'x' },
    ],
    [404, /no phone 15559999999/, 'POST', '/phones/15559999999/send', { to: '15550000001', text: 'x' }],
    [404, /no phone 15559999999/, 'GET', '/phones/15559999999/inbox', undefined],
    [404, /no message nope/, 'POST', '/phones/15550000001/read', { id: 'nope' }],
    [404, /no phone 15559999999/, 'POST', '/phones/15559999999/unlink', undefined],
    [400, /latencyMs must be integer/, 'POST', '/faults', { latencyMs: 'slow' }],
    [400, /latency must NOT have/, 'POST', '/faults', { latency: 5 }],
    [400, /code must be >= 400/, 'POST', '/faults', { streamError: { code: 1 } }],
    [404, /no phone 15559999999/, 'POST', '/faults', { disconnect: { number: '15559999999' } }],
    [
      409,
      /no device of 15550000001 is connected/,
      'POST',
      '/faults',
      { replaced: { number: '15550000001' } },
    ],
    [
      400,
      /exactly one is required of/,
      'POST',
      '/phones/15550000001/send',
      { to: '15550000001', text: 'x', edit: { id: '1', text: 'x' } },
    ],
    [400, /base64/, 'POST', '/phones/15550000001/send', { to: '15550000001', image: {} }],
    [
      404,
      /reaction.id: the phone knows no message/,
      'POST',
      '/phones/15550000001/send',
      { to: '15550000001', reaction: { id: 'nope', text: 'x' } },
    ],
    [
      404,
      /there is no group/,
      'POST',
      '/phones/15550000001/send',
      { to: '120363999999999999@g.us', text: 'x' },
    ],
    [400, /statusJidList/, 'POST', '/phones/15550000001/send', { to: 'status@broadcast', text: 'x' }],
    [
      400,
      /presence must be equal/,
      'POST',
      '/phones/15550000001/typing',
      { to: '15550000001', presence: 'sleeping' },
    ],
    [400, /groupadd must be equal/, 'POST', '/phones/15550000001/privacy', { groupadd: 'maybe' }],
    [
      404,
      /no phone 15559999999/,
      'POST',
      '/groups',
      { creator: '15559999999', subject: 'x', participants: [] },
    ],
    [400, /subject/, 'POST', '/groups', { creator: '15550000001', participants: [] }],
    [404, /there is no group/, 'GET', '/groups/1@g.us', undefined],
    [
      400,
      /messagesPerChat must be >= 1/,
      'POST',
      '/phones',
      { number: '15550000001', history: { messagesPerChat: 0 } },
    ],
    [400, /expireMedia must be equal/, 'POST', '/faults', { expireMedia: 500 }],
    [404, /not found/, 'GET', '/nowhere', undefined],
    [405, /DELETE method not allowed/, 'DELETE', '/phones', undefined],
  ];
  for (const [status, message, method, path, body] of cases) {
    test(`${method} ${path} ${JSON.stringify(body) ?? ''}: ${status}`, async () => {
      const answer = await request<{ status: number; message: string }>(method, path, body);
      assert.equal(answer.status, status);
      assert.equal(answer.body.status, status);
      assert.match(answer.body.message, message);
    });
  }

  test('malformed JSON: 400', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${world.simulator.url}/phones`, { method: 'POST', headers, body: '{' });
    assert.equal(response.status, 400);
  });
});
