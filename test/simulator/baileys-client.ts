import './long-timers.ts';
import '../../simulator/quiet.ts';
import {
  type AnyMessageContent,
  type AuthenticationState,
  type BaileysEventMap,
  type BinaryNode,
  DisconnectReason,
  initAuthCreds,
  makeWASocket,
  type proto,
  type UserFacingSocketConfig,
  WA_CERT_DETAILS,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys';
import { createKeyStore } from '../../simulator/phone/key-store.ts';
import { silentLogger } from '../../simulator/phone/silent-logger.ts';
import { type Change, fatal, isOpen, statusOf } from './connection-change.ts';
import { createLog, type EventLog } from './event-log.ts';

/** An unpatched Baileys client with its state in memory; it survives its sockets. */
export type Client = {
  readonly auth: AuthenticationState;
  /** Every status that was told, in order. */
  readonly statuses: readonly { id: string; status: number }[];
  /** Every message seen, with the type of its upsert, in order. */
  readonly upserts: { message: WAMessage; type: string }[];
  /** What the phone sent of the time before the link, in order. */
  readonly history: EventLog<BaileysEventMap['messaging-history.set']>;
  /** The ids of all message stanzas that arrived, decrypted or not, again or not. */
  readonly arrivals: EventLog<string>;
  socket(): WASocket;
  /** Opens a socket and a QR code with it. Resolves with the text of the first one. */
  showQr(): Promise<string>;
  /** Opens a socket, and another one whenever the server asks for a restart. Resolves when logged in. */
  connect(): Promise<void>;
  /** Resolves when logged in, without opening anything. */
  opened(): Promise<void>;
  /** Resolves with the status code of the next end of a connection. */
  closed(): Promise<number>;
  send(to: string, content: AnyMessageContent): Promise<string>;
  /** The first message, seen or to come, that holds `text`. */
  text(text: string): Promise<WAMessage>;
  /** Resolves when a message reaches the status `wanted` or a higher one; 0 is an error, and only that. */
  status(id: string, wanted: number): Promise<void>;
  end(): Promise<void>;
};

export function textOf(message: WAMessage): string | undefined {
  return message.message?.conversation ?? message.message?.extendedTextMessage?.text ?? undefined;
}

/** Makes this process trust a simulator's Noise root, in hex. */
export function trustNoiseRoot(noiseRoot: string): void {
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(noiseRoot, 'hex');
}

type Status = { id: string; status: number };

export function createClient(socketUrl: string, config: Partial<UserFacingSocketConfig> = {}): Client {
  const auth: AuthenticationState = { creds: initAuthCreds(), keys: createKeyStore() };
  const sent = new Map<string, proto.IMessage>();
  const changes = createLog<Change>();
  const upserts = createLog<{ message: WAMessage; type: string }>();
  const statuses = createLog<Status>();
  const arrivals = createLog<string>();
  const history = createLog<BaileysEventMap['messaging-history.set']>();
  let current: WASocket | undefined;

  function socket(): WASocket {
    if (!current) throw new Error('not connected');
    return current;
  }

  function noteStatus(id: string | null | undefined, status: number | null | undefined): void {
    if (id && typeof status === 'number') statuses.add({ id, status });
  }

  function record(events: Partial<BaileysEventMap>): void {
    Object.assign(auth.creds, events['creds.update']);
    const { messages = [], type = '' } = events['messages.upsert'] ?? {};
    for (const message of messages) {
      noteStatus(message.key.id, message.status);
      upserts.add({ message, type });
    }
    for (const { key, update } of events['messages.update'] ?? []) noteStatus(key.id, update.status);
    if (events['messaging-history.set']) history.add(events['messaging-history.set']);
    const change = events['connection.update'];
    if (!change) return;
    if (statusOf(change) === DisconnectReason.restartRequired) open();
    changes.add(change);
  }

  function open(): void {
    const opening = makeWASocket({
      auth,
      waWebSocketUrl: socketUrl,
      logger: silentLogger,
      version: [2, 3000, 1043857760],
      getMessage: async ({ id }) => sent.get(id ?? ''),
      ...config,
    });
    current = opening;
    opening.ev.process(record);
    opening.ws.on('CB:message', ({ attrs }: BinaryNode) => arrivals.add(attrs.id ?? ''));
  }

  const next = <R>(what: string, pick: (change: Change) => R | undefined) =>
    changes.find(what, pick, changes.entries.length);

  return {
    auth,
    statuses: statuses.entries,
    upserts: upserts.entries,
    arrivals,
    history,
    socket,
    showQr() {
      const qr = next('QR code', (change) => change.qr);
      open();
      return qr;
    },
    async connect() {
      const settled = next('connection', (change) => isOpen(change) ?? fatal(change));
      open();
      const outcome = await settled;
      if (outcome !== true) throw Object.assign(new Error(`closed with ${outcome}`), { code: outcome });
    },
    opened: async () => void (await next('connection', isOpen)),
    closed: () => next('close', statusOf),
    async send(to, content) {
      const message = await socket().sendMessage(to, content);
      if (!message?.key.id || !message.message) throw new Error('nothing was sent');
      sent.set(message.key.id, message.message);
      return message.key.id;
    },
    text: (text) => upserts.find(text, ({ message }) => (textOf(message) === text ? message : undefined)),
    async status(id, wanted) {
      const reached = (status: number) => (wanted === 0 ? status === 0 : status >= wanted);
      await statuses.find(`status ${wanted}`, (entry) =>
        entry.id === id && reached(entry.status) ? true : undefined,
      );
    },
    end: async () => socket().end(undefined),
  };
}
