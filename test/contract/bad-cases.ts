import type { ErrorStatus } from '../../server/errors.ts';
import type { Operation } from '../../server/generated/index.ts';
import { BAD_BODIES, type BadBodies, type Because } from './bad-bodies.ts';

/** How a good request is changed. What is left out stays good. */
export interface Change {
  instance?: string;
  query?: string;
  key?: string | null;
  type?: string;
  /** The body, as it is sent. */
  body?: string;
}

/** What is sent, and what comes back. */
export interface Attempt extends Change {
  status: ErrorStatus;
  named: RegExp;
}

/** What is tried on an operation, or why it cannot be. */
export type Case = (operation: Operation) => Attempt | Because;

export const STRANGERS_KEY = 'the key of another instance';

/** Every kind of bad input; each is tried on every operation. */
export const CASES: Record<string, Case> = {
  'no key': byKey(null),
  'an empty key': byKey(''),
  'a wrong key': byKey('wrong'),
  'the key of another instance': (operation) =>
    operation.access === 'public' ? OPEN : { ...unauthorized(STRANGERS_KEY), ...existing(operation) },
  'an unknown instance': (operation) =>
    operation.operationId === 'createInstance'
      ? { because: 'it makes the instance' }
      : byName('nobody')(operation),
  'an instance named ../x': byName('../x'),
  'an instance named __proto__': byName('__proto__'),
  'an instance named constructor': byName('constructor'),
  'an instance named by 300 characters': byName('x'.repeat(300)),
  'an instance named by spaces': byName('   '),
  'an instance whose name has a zero byte': byName('a\u0000b'),
  'a body of a wrong type': byBody(({ wrongType: [body, named] }) => refused(body, named)),
  'a body without a required field': byBody(({ missing }) =>
    'because' in missing ? missing : refused(...missing),
  ),
  'no body': byBody(({ empty }) => ('because' in empty ? empty : { body: '', status: 400, named: empty })),
  'five megabytes of text': byBody(({ huge: [body, named] }) => refused(body, named)),
  'a body over the limit': byBody(() => ({
    body: 'x'.repeat(7e6),
    status: 413,
    named: /larger than the limit/,
  })),
  'malformed JSON': byBody(() => ({ body: '{"number": ', status: 400, named: /JSON/ })),
  'JSON that is no object': byBody(() => ({
    body: '["number"]',
    status: 400,
    named: /must be a JSON object/,
  })),
  'a wrong content type': byBody(() => ({ type: 'text/plain', status: 415, named: /text\/plain/ })),
};

const OPEN: Because = { because: 'it is open to anybody' };

function byKey(key: string | null): Case {
  return ({ access }) => (access === 'public' ? OPEN : unauthorized(key));
}

const unauthorized = (key: string | null): Attempt => ({ key, status: 401, named: /^"Unauthorized"$/ });

/** Where the key of another instance would do for an operation without an instance, it asks for this one. */
const existing = ({ operationId }: Operation): Change =>
  operationId === 'fetchInstances' ? { query: '?instanceName=shop' } : {};

/** The name in the path or, for those that have it elsewhere, in the query or in the body. */
function byName(name: string): Case {
  const tooLong = name.length > 255;
  return ({ operationId, path }) => {
    const absent = {
      status: tooLong ? 400 : 404,
      named: tooLong ? /at most 255/ : /does not exist|not found/,
    } as const;
    if (path.includes('{instance}')) return { instance: name, ...absent };
    if (operationId === 'fetchInstances')
      return { query: `?instanceName=${encodeURIComponent(name)}`, ...absent };
    if (operationId === 'createInstance') return refused({ instanceName: name }, /instanceName/);
    return { because: 'it names no instance' };
  };
}

function byBody(attempt: (bodies: BadBodies) => Attempt | Because): Case {
  return ({ operationId }) => {
    const bodies = BAD_BODIES[operationId];
    return 'because' in bodies ? bodies : attempt(bodies);
  };
}

function refused(body: object, named: RegExp): Attempt {
  return { body: JSON.stringify(body), status: 400, named };
}
