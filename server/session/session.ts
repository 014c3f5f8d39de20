import { badRequest, notConnected, timedOut } from '../errors.ts';
import type {
  ConnectionStateName,
  InstancePresence,
  MessageRecord,
  QrCode,
  SendTextBody,
} from '../generated/index.ts';
import type { Owner } from './announce.ts';
import { createConnection } from './connection.ts';
import type { Link } from './link.ts';
import type { SessionDependencies } from './options.ts';
import { createRecipients } from './recipients.ts';
import { sendText } from './send-text.ts';
import { toPhoneNumber } from './translate/jid.ts';

/** One instance's life on WhatsApp, in the spec's words. Every send throws HttpError 400 unless it is open. */
export interface Session {
  state(): ConnectionStateName;
  /** Connects. Gives the QR code to scan, or nothing if the session is open. */
  connect(number?: string): Promise<QrCode | undefined>;
  /** Connects anew on the same credentials. */
  restart(): Promise<QrCode | undefined>;
  /** Starts connecting and does not wait for the outcome. */
  start(): Promise<void>;
  /** Disconnects; the phone stays linked. */
  close(): Promise<void>;
  /** Unlinks from the phone and forgets the credentials. */
  logout(): Promise<void>;
  setPresence(presence: InstancePresence): Promise<void>;
  sendText(body: SendTextBody): Promise<MessageRecord>;
}

/** How long a caller waits for a QR code or an open session: clients give up after thirty seconds. */
const PATIENCE_MS = 15_000;

/** How long an operation waits for a session that is about to open, so that a short reconnect fails nothing. */
const OPENING_MS = 5_000;

export function createSession(deps: SessionDependencies, owner: Owner, number?: string): Session {
  const connection = createConnection(deps, owner, number);
  const recipients = createRecipients();
  const open = async (): Promise<Link> => {
    await connection.until(() => connection.state() !== 'connecting', OPENING_MS);
    const link = connection.link();
    if (!link) throw notConnected(owner.name);
    return link;
  };
  const settled = (): boolean => connection.state() !== 'connecting' || connection.qr() !== undefined;
  const outcome = async (): Promise<QrCode | undefined> => {
    const inTime = await connection.until(settled, PATIENCE_MS);
    if (!inTime) throw timedOut('WhatsApp did not answer in time', 'The session goes on trying to connect');
    if (connection.qr() || connection.state() === 'open') return connection.qr();
    throw badRequest(`The "${owner.name}" instance could not connect: its state is ${connection.state()}`);
  };
  return {
    state: connection.state,
    async connect(withNumber) {
      await connection.open(withNumber === undefined ? undefined : toPhoneNumber(withNumber));
      return outcome();
    },
    async restart() {
      await connection.close();
      await connection.open();
      return outcome();
    },
    start: () => connection.open(),
    close: connection.close,
    logout: connection.logout,
    setPresence: async (presence) => (await open()).socket.sendPresenceUpdate(presence),
    sendText: async (body) => sendText(deps, owner.id, await open(), recipients, body),
  };
}
