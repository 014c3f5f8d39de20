import { type Clock, systemClock } from '../clock.ts';
import type { Vault } from '../secrets/vault.ts';
import { createAuthStates } from './auth-state.ts';
import { OPERATION_MS } from './deadline.ts';
import { createSessionManager, RESTORED_AT_ONCE, type SessionManager } from './manager.ts';
import type { SessionDependencies } from './options.ts';
import { silenceLibsignal } from './quiet.ts';
import { useSecretKeys } from './secret-keys.ts';
import { createOutbox } from './send/outbox.ts';
import { createSendQueue } from './send/queue.ts';
import { useLeanSenderKeys } from './sender-keys.ts';
import { useStrictSignatures } from './signatures/strict.ts';
import { TIMING, type Timing } from './timing.ts';
import { type Trust, trustServer } from './trust.ts';
import { createTurns } from './turns.ts';

/** What tests set otherwise. */
export interface Overrides {
  /** Milliseconds that an operation may take as a whole. */
  operationMs?: number;
  timing?: Partial<Timing>;
  restoredAtOnce?: number;
  /** By which sends are paced. */
  clock?: Clock;
}

type Given = 'db' | 'record' | 'logger' | 'baileysLogLevel' | 'whatsapp' | 'settings' | 'proxies' | 'media';

/** What the session layer is given from outside. */
export interface SessionsOptions extends Pick<SessionDependencies, Given> {
  vault: Vault;
  trust: Trust;
  /** Between two sends of an instance; 0 sets no pace. */
  sendEveryMs: number;
}

/** Parts of histories in work at the same time. Two of them are no faster, for storing is most of the work. */
const HISTORY_PARTS = 1;

/** Puts the session layer together, and the process in the state that it needs. */
export function createSessions(options: SessionsOptions, overrides: Overrides = {}): SessionManager {
  const { vault, trust, sendEveryMs, ...given } = options;
  const { operationMs = OPERATION_MS, restoredAtOnce = RESTORED_AT_ONCE, clock = systemClock } = overrides;
  silenceLibsignal();
  trustServer(trust);
  useStrictSignatures();
  useSecretKeys();
  useLeanSenderKeys();
  const queue = createSendQueue(clock, sendEveryMs);
  return createSessionManager({
    ...given,
    ...{ operationMs, restoredAtOnce, clock, queue },
    timing: { ...TIMING, ...overrides.timing },
    auth: createAuthStates(given.db, vault),
    outbox: createOutbox({ db: given.db, record: given.record, logger: given.logger, queue }),
    historyTurns: createTurns(HISTORY_PARTS),
  });
}
