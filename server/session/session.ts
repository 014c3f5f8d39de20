import { badRequest, notConnected, timedOut } from '../errors.ts';
import type {
  ConnectionStateName,
  InstanceHealth,
  InstancePresence,
  OfferCallBody,
  OfferedCall,
  QrCode,
} from '../generated/index.ts';
import type { Actor } from './actor.ts';
import type { Owner } from './announce.ts';
import { createAppState } from './app-state.ts';
import { offerCall } from './call.ts';
import { type Chats, createChats } from './chats/chats.ts';
import { createConnection } from './connection.ts';
import { createGroups, type Groups } from './groups/groups.ts';
import type { Link } from './link.ts';
import { createNumbers } from './numbers.ts';
import type { SessionDependencies } from './options.ts';
import { setPresence } from './presence.ts';
import { createProfile, type Profile } from './profile/profile.ts';
import { createReceivedMedia, type ReceivedMedia } from './received/media.ts';
import { createRecipients } from './recipients.ts';
import type { Attempt } from './send/attempt.ts';
import { createSends, type Sends } from './send/sends.ts';
import { toPhoneNumber } from './translate/jid.ts';

/** One instance's life on WhatsApp, in the spec's words. Every send throws HttpError 400 unless it is open. */
export interface Session extends Sends, ReceivedMedia {
  state(): ConnectionStateName;
  /** How well WhatsApp is heard; undefined unless it is connected, or comes back because it was not heard. */
  health(): InstanceHealth | undefined;
  /** Connects. Gives the QR code to scan, or nothing if the session is open. */
  connect(number?: string): Promise<QrCode | undefined>;
  /** Connects anew on the same credentials. */
  restart(): Promise<QrCode | undefined>;
  /** It will be connected when it is its turn; until then it counts as connecting. */
  recall(): Promise<void>;
  /** Connects if it was recalled and waits still. Resolves when the first attempt has come to something. */
  takeTurn(): Promise<void>;
  /** Connects anew if it is connected, or about to be, and does not wait for the outcome. */
  reconnect(): Promise<void>;
  /** Disconnects; the phone stays linked. */
  close(): Promise<void>;
  /** Unlinks from the phone and forgets the credentials. */
  logout(): Promise<void>;
  setPresence(presence: InstancePresence): Promise<void>;
  /** Shows the account as online or not, if it is connected. */
  showOnline(isOnline: boolean): Promise<void>;
  chats: Chats;
  profile: Profile;
  groups: Groups;
  offerCall(body: OfferCallBody): Promise<OfferedCall>;
  /** The same session, for a caller who may repeat what is sent. */
  within(attempt: Attempt): Session;
}

export function createSession(deps: SessionDependencies, owner: Owner, number?: string): Session {
  const connection = createConnection(deps, owner, number);
  const numbers = createNumbers();
  const recipients = createRecipients(numbers);
  const settled = (): boolean => connection.state() !== 'connecting' || connection.qr() !== undefined;
  const open = async (): Promise<Link> => {
    await connection.until(settled, deps.timing.openingMs);
    const link = connection.link();
    if (!link) throw notConnected(owner.name);
    return link;
  };
  const actor: Actor = { deps, owner, open, numbers, recipients };
  const appState = createAppState();
  const outcome = async (): Promise<QrCode | undefined> => {
    const inTime = await connection.until(settled, deps.timing.patienceMs);
    if (!inTime) throw timedOut('WhatsApp did not answer in time', 'The session goes on trying to connect');
    if (connection.qr() || connection.state() === 'open') return connection.qr();
    throw badRequest(`The "${owner.name}" instance could not connect: its state is ${connection.state()}`);
  };
  const session: Session = {
    state: connection.state,
    health: connection.health,
    async connect(withNumber) {
      await connection.open(withNumber === undefined ? undefined : toPhoneNumber(withNumber));
      return outcome();
    },
    async restart() {
      await connection.close();
      await connection.open();
      return outcome();
    },
    recall: connection.recall,
    takeTurn: connection.takeTurn,
    async reconnect() {
      if (connection.state() !== 'open' && connection.state() !== 'connecting') return;
      await connection.close();
      await connection.open();
    },
    async close() {
      deps.queue.cancel(owner.id);
      await connection.close();
    },
    async logout() {
      deps.queue.cancel(owner.id);
      await connection.logout();
    },
    async showOnline(isOnline) {
      connection.wishOnline(undefined);
      await connection.link()?.socket.sendPresenceUpdate(isOnline ? 'available' : 'unavailable');
    },
    async setPresence(presence) {
      await setPresence(actor, presence);
      connection.wishOnline(presence === 'available');
    },
    ...createSends(actor),
    ...createReceivedMedia(actor),
    chats: createChats(actor, appState),
    profile: createProfile(actor, appState),
    groups: createGroups(actor),
    offerCall: (body) => offerCall(actor, body),
    within: (attempt) => ({ ...session, ...createSends({ ...actor, attempt }) }),
  };
  return session;
}
