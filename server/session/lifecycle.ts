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

/** What is to be done, in this order. */
export type Action =
  /** Counts attempts and QR codes from one again. */
  | 'begin'
  /** Opens a socket: at once, or after a pause that grows with each attempt. */
  | 'dial'
  | 'redial'
  /** Unlinks the instance from its phone, if that can be told. */
  | 'unlink'
  /** Ends the socket. */
  | 'hang-up';

/** What is written down, with the events that tell of it, in one transaction. */
export type Tell = 'connecting' | 'qr' | 'open' | 'closed' | 'refused' | 'logged-out';

export interface Step {
  to: Phase;
  /** Written before another socket is opened. */
  tell?: Tell;
  do?: readonly Action[];
}

type Steps = { readonly [Event in LifecycleEvent]?: Step };

const BEGIN: Step = { to: 'connecting', tell: 'connecting', do: ['begin', 'dial'] };
const LOST: Step = { to: 'reconnecting', tell: 'connecting', do: ['redial'] };
const LOGGED_OUT: Step = { to: 'logged-out', tell: 'logged-out' };

const ON_REQUEST: Steps = {
  close: { to: 'created', do: ['hang-up'] },
  logout: { ...LOGGED_OUT, do: ['hang-up'] },
};

/** Ways in which any socket may end. A 401 is believed: the one that is not stands at `restarting`. */
const ENDINGS: Steps = {
  lost: LOST,
  restart: { ...LOST, to: 'restarting' },
  rejected: LOGGED_OUT,
  unlinked: LOGGED_OUT,
  replaced: { to: 'replaced', tell: 'closed' },
  locked: { to: 'refused', tell: 'closed' },
};

const QR: Steps = {
  qr: { to: 'pairing', tell: 'qr' },
  'qr-limit': { to: 'refused', tell: 'refused', do: ['hang-up'] },
};

const ON_THE_WAY: Steps = { ...QR, opened: { to: 'open', tell: 'open' }, ...ENDINGS, ...ON_REQUEST };

/** Every transition there is. What a phase does not list cannot happen in it, and is ignored. */
const STEPS: Readonly<Record<Phase, Steps>> = {
  created: { connect: BEGIN, restore: { to: 'restoring' }, logout: LOGGED_OUT },
  restoring: { connect: BEGIN, turn: BEGIN, ...ON_REQUEST },
  connecting: ON_THE_WAY,
  pairing: {
    ...{ ...QR, ...ENDINGS, ...ON_REQUEST },
    // A phone has linked: WhatsApp waits for the new socket, and so does whoever holds the phone.
    restart: { to: 'restarting', do: ['begin', 'dial'] },
  },
  open: {
    ...{ ...ENDINGS, ...ON_REQUEST },
    deaf: { ...LOST, do: ['hang-up', 'redial'] },
    logout: { ...LOGGED_OUT, do: ['unlink', 'hang-up'] },
  },
  restarting: {
    ...ON_THE_WAY,
    due: { to: 'restarting', do: ['dial'] },
    lost: { ...LOST, to: 'restarting' },
    restart: LOST,
    // WhatsApp has this moment asked for this login. Only a second 401, to a later login, is believed.
    rejected: LOST,
  },
  reconnecting: { ...ON_THE_WAY, due: { to: 'reconnecting', do: ['dial'] } },
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
