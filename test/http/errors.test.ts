import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import request from 'supertest';
import { HttpError, notConnected, notOnWhatsApp } from '../../server/errors.ts';
import { type Answers, GLOBAL_KEY, testApp } from './test-app.ts';

const answers: Answers = {};
const logged: string[] = [];
const logger = pino({}, { write: (line: string) => void logged.push(line) });
const { app: answering } = await testApp({}, answers, { logger });

const getState = () => request(answering).get('/instance/connectionState/x').set('apikey', GLOBAL_KEY);

const stranger = { jid: '1@s.whatsapp.net', exists: false, number: '1' } as const;

/** What a handler throws, and the answer. */
const THROWN: [Error, number, unknown][] = [
  [notConnected('x'), 400, ['Error: Connection Closed', 'The "x" instance is not connected']],
  [notOnWhatsApp(stranger), 400, [stranger]],
  [new HttpError(404, ['Gone']), 404, ['Gone']],
];

for (const [error, status, message] of THROWN) {
  test(`${error.message} is ${status}`, async () => {
    answers.connectionState = () => Promise.reject(error);
    const response = await getState().expect(status);
    assert.deepEqual(response.body.response.message, message);
  });
}

const fail = (error: Error) => () => {
  throw error;
};

/** What no client may see, and the log must. */
const FAILURES: [string, () => unknown, RegExp][] = [
  ['an error nobody foresaw', fail(new Error('disk on fire')), /disk on fire/],
  ['a status of somebody else', fail(Object.assign(new Error('upstream'), { status: 401 })), /upstream/],
  [
    'a value the spec has not',
    () => ({ instance: { instanceName: 'x', state: 'asleep' } }),
    /does not allow.*state/,
  ],
  [
    'a field the spec has not',
    () => ({ instance: { instanceName: 'x', state: 'open' }, more: 1 }),
    /does not allow/,
  ],
  ['a field that is missing', () => ({}), /does not allow.*instance/],
  ['null', () => null, /does not allow/],
  ['a refusal the spec has not', fail(new HttpError(504, ['Later'])), /does not allow.*504/],
  ['a refusal that says nothing', fail(new HttpError(400, [])), /does not allow.*message/],
];

for (const [name, answer, reason] of FAILURES) {
  test(`${name} from a handler is 500, and the reason stands in the log alone`, async () => {
    logged.length = 0;
    answers.connectionState = answer;
    const response = await getState().expect(500);
    const id = response.headers['x-request-id'];
    const message = ['Internal server error', `request id ${id}`];
    assert.deepEqual(response.body, { status: 500, error: 'Internal Server Error', response: { message } });
    const failure = logged.find((line) => line.includes('request failed')) ?? '';
    assert.match(failure, reason);
    assert.equal(JSON.parse(failure).requestId, id);
  });
}

test('answers are checked only where that is asked for', async () => {
  const unchecked = await testApp(
    { VALIDATE_RESPONSES: 'false' },
    { connectionState: () => ({ odd: true }) },
  );
  const call = request(unchecked.app).get('/instance/connectionState/x').set('apikey', GLOBAL_KEY);
  assert.deepEqual((await call.expect(200)).body, { odd: true });
});
