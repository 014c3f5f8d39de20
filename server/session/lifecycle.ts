import type { ConnectionStateName } from '../generated/index.ts';

/** Where an instance is in its life on WhatsApp. */
export type Phase =
  /** At rest: never connected by this process, or disconnected on request. */
  | 'created'
  /** Linked, and to connect as soon as it is its turn: the process has just started. */
  | 'restoring'
  /** Somebody wants it connected: the first attempt is under way. */
  | 'connecting'
  /** A QR code is on show. */
  | 'pairing'
  | 'open'
  /** WhatsApp has asked for a new socket, as it does when a phone has just linked. */
  | 'restarting'
  /** The connection was lost: the next attempt is under way, or waits for its time. */
  | 'reconnecting'
  /** The phone has unlinked it, or WhatsApp has banned it: its credentials are forgotten. */
  | 'logged-out'
  /** Another socket has taken its place. It stays linked. */
  | 'replaced'
  /** Nobody scanned any of the QR codes, or WhatsApp has locked the account for a while. */
  | 'refused';

export type LifecycleEvent =
  /** Asked for over the API, or by a restart of the process. */
  | 'connect'
  | 'restore'
  | 'close'
  | 'logout'
  /** The instance's turn to be restored, and the end of the pause before a new attempt. */
  | 'turn'
  | 'due'
  /** Told by the socket. */
  | 'qr'
  | 'qr-limit'
  | 'opened'
  /** The socket is there, but WhatsApp is not heard any more. */
  | 'deaf'
  /** How a socket ends: see close-reason.ts. */
  | Ending;

export type Ending =
  /** In a way that is likely to pass. */
  | 'lost'
  /** With the request to come again (515). */
  | 'restart'
  /** With a 401 that does not say why. */
  | 'rejected'
  /** Because the link is gone. */
  | 'unlinked'
  | 'replaced'
  /** Because WhatsApp does not want the account for now. */
  | 'locked';

/** What is to be done, in this order. The tell-* write the new state and its events in one transaction. */
export type Action =
  /** Counts attempts and QR codes from one again. */
  | 'begin'
  /** Opens a socket: at once, or after a pause that grows with each attempt. */
  | 'dial'
  | 'redial'
  /** Ends the socket, having unlinked it from the phone where that is wanted and can be told. */
  | 'hang-up'
  | 'unlink'
  | 'tell-connecting'
  | 'tell-qr'
  | 'tell-open'
  | 'tell-closed'
  | 'tell-refused'
  /** As tell-closed, and forgets the credentials. */
  | 'tell-logged-out';

export interface Step {
  to: Phase;
  do: readonly Action[];
}

type Steps = { readonly [Event in LifecycleEvent]?: Step };

const step = (to: Phase, ...actions: Action[]): Step => ({ to, do: actions });

const BEGIN = step('connecting', 'begin', 'tell-connecting', 'dial');
const LOST = step('reconnecting', 'tell-connecting', 'redial');
const LOGGED_OUT = step('logged-out', 'tell-logged-out');
const ON_REQUEST = {
  close: step('created', 'hang-up'),
  logout: step('logged-out', 'hang-up', 'tell-logged-out'),
};

/** Ways in which any socket may end. A 401 is believed: the one that is not stands at `restarting`. */
const ENDINGS: Steps = {
  lost: LOST,
  restart: step('restarting', 'tell-connecting', 'redial'),
  rejected: LOGGED_OUT,
  unlinked: LOGGED_OUT,
  replaced: step('replaced', 'tell-closed'),
  locked: step('refused', 'tell-closed'),
};

const QR: Steps = { qr: step('pairing', 'tell-qr'), 'qr-limit': step('refused', 'hang-up', 'tell-refused') };
const OPENED: Steps = { opened: step('open', 'tell-open') };

/** Every transition there is. What a phase does not list cannot happen in it, and is ignored. */
const STEPS: Readonly<Record<Phase, Steps>> = {
  created: { connect: BEGIN, restore: step('restoring'), logout: LOGGED_OUT },
  restoring: { connect: BEGIN, turn: BEGIN, ...ON_REQUEST },
  connecting: { ...QR, ...OPENED, ...ENDINGS, ...ON_REQUEST },
  // A phone has linked: WhatsApp waits for the new socket, and so does whoever holds the phone.
  pairing: { ...QR, ...ENDINGS, restart: step('restarting', 'begin', 'dial'), ...ON_REQUEST },
  open: {
    ...ENDINGS,
    deaf: step('reconnecting', 'hang-up', 'tell-connecting', 'redial'),
    close: ON_REQUEST.close,
    logout: step('logged-out', 'unlink', 'hang-up', 'tell-logged-out'),
  },
  restarting: {
    ...{ due: step('restarting', 'dial'), ...QR, ...OPENED, ...ENDINGS, ...ON_REQUEST },
    lost: step('restarting', 'tell-connecting', 'redial'),
    restart: LOST,
    // WhatsApp has this moment asked for this login. Only a second 401, to a later login, is believed.
    rejected: LOST,
  },
  reconnecting: { due: step('reconnecting', 'dial'), ...QR, ...OPENED, ...ENDINGS, ...ON_REQUEST },
  'logged-out': { connect: BEGIN },
  replaced: { connect: BEGIN },
  refused: { connect: BEGIN },
};

/** What an event brings about; nothing if it cannot happen in this phase. */
export function next(phase: Phase, event: LifecycleEvent): Step | undefined {
  return STEPS[phase][event];
}

const ON_THE_WIRE: Readonly<Record<Phase, ConnectionStateName>> = {
  ...{ created: 'close', restoring: 'connecting', connecting: 'connecting', pairing: 'connecting' },
  ...{ open: 'open', restarting: 'connecting', reconnecting: 'connecting' },
  ...{ 'logged-out': 'close', replaced: 'close', refused: 'refused' },
};

/** The phase in the words of the contract (wire-contract 2.1). */
export const wireState = (phase: Phase): ConnectionStateName => ON_THE_WIRE[phase];
