import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { GLOBAL_KEY, testApp } from './test-app.ts';

const { app } = await testApp();

/** Path, body, and every sentence of the answer. */
const WRONG: [string, object, (string | RegExp)[]][] = [
  ['message/sendText/x', {}, ['instance requires property "number"', 'instance requires property "text"']],
  ['message/sendText/x', { number: '55' }, ['instance requires property "text"']],
  ['message/sendText/x', { number: '55', text: null }, ['instance requires property "text"']],
  [
    'message/sendText/x',
    { number: {}, text: ['a'] },
    ['instance.number must be a string', 'instance.text must be a string'],
  ],
  ['message/sendText/x', { number: '55', text: '  ' }, [/^instance\.text is not valid: .*not blank/]],
  ['message/sendText/x', { number: '55', text: '' }, ['instance.text must not be empty']],
  ['message/sendText/x', { number: '55', text: 'a', delay: 'soon' }, ['instance.delay must be an integer']],
  ['message/sendText/x', { number: '55', text: 'a', delay: -1 }, ['instance.delay must be at least 0']],
  [
    'message/sendText/x',
    { number: '55', text: 'a', delay: 99_999 },
    ['instance.delay must be at most 20000'],
  ],
  [
    'message/sendText/x',
    { number: '55', text: 'a', mentioned: 'all' },
    ['instance.mentioned must be an array'],
  ],
  [
    'message/sendText/x',
    { number: '55', text: 'a', mentioned: [{}] },
    ['instance.mentioned[0] must be a string'],
  ],
  [
    'message/sendText/x',
    { number: '55', text: 'a', mentioned: ['1', '1'] },
    ['instance.mentioned must not have the same item twice'],
  ],
  ['message/sendText/x', { number: '55', text: 'a', quoted: 'b' }, ['instance.quoted must be an object']],
  [
    'instance/create',
    { instanceName: 'x'.repeat(300) },
    ['instance.instanceName must have at most 255 characters'],
  ],
  ['instance/create', { instanceName: '  ' }, ['instance requires property "instanceName"']],
  [
    'instance/create',
    { instanceName: '../x' },
    [/^instance\.instanceName is not valid: .*control character/],
  ],
  ['instance/create', { instanceName: '__proto__' }, [/^instance\.instanceName is not valid/]],
  [
    'instance/create',
    { instanceName: 'x', integration: 'PIGEON' },
    ['instance.integration must be one of WHATSAPP-BAILEYS'],
  ],
  ['instance/create', { instanceName: 'x', qrcode: 'maybe' }, ['instance.qrcode must be a boolean']],
  [
    'settings/set/x',
    { rejectCall: 'perhaps', msgCall: {} },
    ['instance.rejectCall must be a boolean', 'instance.msgCall must be a string'],
  ],
  ['instance/create', { instanceName: 'x', webhook: 5 }, ['instance.webhook must be an object']],
  ['webhook/set/x', {}, ['instance requires property "webhook"']],
  [
    'webhook/set/x',
    { webhook: { url: 'https://h.test', events: ['NOPE'] } },
    [/^instance\.webhook\.events\[0\] must be one of APPLICATION_STARTUP, /],
  ],
  ['webhook/set/x', { webhook: { headers: { a: {} } } }, ['instance.webhook.headers.a must be a string']],
  ['websocket/set/x', { websocket: {} }, ['instance.websocket requires property "enabled"']],
  ['chat/findMessages/x', { page: 0 }, ['instance.page must be at least 1']],
  ['chat/findMessages/x', { where: 'all' }, ['instance.where must be an object']],
];

for (const [path, body, sentences] of WRONG) {
  test(`${path} refuses ${JSON.stringify(body).slice(0, 60)}`, async () => {
    const response = await request(app).post(`/${path}`).set('apikey', GLOBAL_KEY).send(body).expect(400);
    const { message } = response.body.response as { message: string[] };
    assert.deepEqual(response.body, { status: 400, error: 'Bad Request', response: { message } });
    assert.equal(message.length, sentences.length, message.join('; '));
    sentences.forEach((sentence, at) => {
      if (typeof sentence === 'string') assert.equal(message[at], sentence);
      else assert.match(message[at] ?? '', sentence);
    });
  });
}

test('of many problems twenty are told', async () => {
  const body = { number: '55', text: 'a', mentioned: Array.from({ length: 500 }, () => ({})) };
  const response = await request(app)
    .post('/message/sendText/x')
    .set('apikey', GLOBAL_KEY)
    .send(body)
    .expect(400);
  assert.equal(response.body.response.message.length, 20);
});

test('a parameter of the query is checked, and named', async () => {
  const call = request(app).get(`/instance/connect/x?number=${'5'.repeat(300)}`);
  const response = await call.set('apikey', GLOBAL_KEY).expect(400);
  assert.deepEqual(response.body.response.message, ['query.number must have at most 100 characters']);
  const twice = await request(app)
    .get('/instance/connect/x?number=1&number=2')
    .set('apikey', GLOBAL_KEY)
    .expect(400);
  assert.deepEqual(twice.body.response.message, ['query.number must be a string']);
});
