import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LifecycleEvent, next, type Phase, wireState } from '../../../server/session/lifecycle.ts';

const EVENTS = [
  ...['connect', 'restore', 'close', 'logout', 'turn', 'due', 'qr', 'qr-limit', 'opened', 'deaf'],
  ...['lost', 'restart', 'rejected', 'unlinked', 'replaced', 'locked'],
] as LifecycleEvent[];

/** Where each event leads, and what it does; what is not here must not happen. */
const LIFE: Record<Phase, Partial<Record<LifecycleEvent, string>>> = {
  created: {
    connect: 'connecting begin dial',
    restore: 'restoring',
    logout: 'logged-out',
  },
  restoring: {
    connect: 'connecting begin dial',
    turn: 'connecting begin dial',
    close: 'created hang-up',
    logout: 'logged-out hang-up',
  },
  connecting: {
    ...{ qr: 'pairing', 'qr-limit': 'refused hang-up', opened: 'open' },
    ...{ lost: 'reconnecting redial', restart: 'restarting redial' },
    ...{ rejected: 'logged-out', unlinked: 'logged-out', replaced: 'replaced', locked: 'refused' },
    ...{ close: 'created hang-up', logout: 'logged-out hang-up' },
  },
  pairing: {
    ...{ qr: 'pairing', 'qr-limit': 'refused hang-up' },
    ...{ lost: 'reconnecting redial', restart: 'restarting begin dial' },
    ...{ rejected: 'logged-out', unlinked: 'logged-out', replaced: 'replaced', locked: 'refused' },
    ...{ close: 'created hang-up', logout: 'logged-out hang-up' },
  },
  open: {
    ...{ lost: 'reconnecting redial', restart: 'restarting redial', deaf: 'reconnecting hang-up redial' },
    ...{ rejected: 'logged-out', unlinked: 'logged-out', replaced: 'replaced', locked: 'refused' },
    ...{ close: 'created hang-up', logout: 'logged-out unlink hang-up' },
  },
  restarting: {
    ...{ due: 'restarting dial', qr: 'pairing', 'qr-limit': 'refused hang-up', opened: 'open' },
    ...{ lost: 'restarting redial', restart: 'reconnecting redial', rejected: 'reconnecting redial' },
    ...{ unlinked: 'logged-out', replaced: 'replaced', locked: 'refused' },
    ...{ close: 'created hang-up', logout: 'logged-out hang-up' },
  },
  reconnecting: {
    ...{ due: 'reconnecting dial', qr: 'pairing', 'qr-limit': 'refused hang-up', opened: 'open' },
    ...{ lost: 'reconnecting redial', restart: 'restarting redial' },
    ...{ rejected: 'logged-out', unlinked: 'logged-out', replaced: 'replaced', locked: 'refused' },
    ...{ close: 'created hang-up', logout: 'logged-out hang-up' },
  },
  'logged-out': { connect: 'connecting begin dial' },
  replaced: { connect: 'connecting begin dial' },
  refused: { connect: 'connecting begin dial' },
};

const PHASES = Object.keys(LIFE) as Phase[];

for (const phase of PHASES) {
  test(`what can happen to a session that is ${phase}`, () => {
    const steps = EVENTS.flatMap((event) => {
      const step = next(phase, event);
      return step ? [[event, [step.to, ...(step.do ?? [])].join(' ')] as const] : [];
    });
    assert.deepEqual(Object.fromEntries(steps), LIFE[phase]);
  });
}

test('every change that others can see is told', () => {
  for (const phase of PHASES) {
    for (const event of EVENTS) {
      const step = next(phase, event);
      if (!step || wireState(step.to) === wireState(phase)) continue;
      const isSilent = event === 'close' || event === 'restore';
      assert.equal(step.tell === undefined, isSilent, `${phase}: ${event}`);
    }
  }
});

test('who is over stays so until somebody connects', () => {
  for (const phase of ['logged-out', 'replaced', 'refused'] as const) {
    assert.deepEqual(
      EVENTS.filter((event) => next(phase, event)),
      ['connect'],
    );
  }
});

test('no session opens twice without a pause, or a caller, in between', () => {
  for (const phase of PHASES) {
    for (const event of EVENTS) {
      const dials = next(phase, event)?.do?.includes('dial');
      const isLinked = phase === 'pairing' && event === 'restart';
      if (dials) assert.ok(isLinked || ['connect', 'turn', 'due'].includes(event), `${phase}: ${event}`);
    }
  }
});

test('the states in the words of the contract', () => {
  const states = PHASES.map((phase) => [phase, wireState(phase)]);
  assert.deepEqual(Object.fromEntries(states), {
    ...{ created: 'close', restoring: 'connecting', connecting: 'connecting', pairing: 'connecting' },
    ...{ open: 'open', restarting: 'connecting', reconnecting: 'connecting' },
    ...{ 'logged-out': 'close', replaced: 'close', refused: 'refused' },
  });
});
