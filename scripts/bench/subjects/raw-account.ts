import {
  type BaileysEventMap,
  DisconnectReason,
  type GroupMetadata,
  makeWASocket,
  type proto,
  type WASocket,
} from '@whiskeysockets/baileys';
import { silentLogger } from '../../../simulator/phone/silent-logger.ts';
import { createRawState, type RawState } from './raw-state.ts';

/** An account by Baileys alone, with its state in memory. */
export interface RawAccount {
  state: RawState;
  socket(): WASocket;
  /** Connects. Resolves when it is open; `onQr` gets the codes to link it by. */
  open(onQr?: (qr: string) => void): Promise<void>;
  send(jid: string, text: string): Promise<void>;
  /** Resolves when so many more messages have arrived. */
  arrived(count: number): Promise<void>;
}

/** What all accounts of the process share: `groups` is the documented cache of group metadata. */
export interface RawOptions {
  socketUrl: string;
  groups: Map<string, GroupMetadata>;
}

/** Default settings, and what the documentation asks for: `getMessage` and `cachedGroupMetadata`. */
export function createRawAccount({ socketUrl, groups }: RawOptions, state = createRawState()): RawAccount {
  const sent = new Map<string, proto.IMessage>();
  const waiting = { left: 0, done: () => {} };
  let current: WASocket | undefined;
  const socket = (): WASocket => current ?? raise('not connected');

  function count(messages: BaileysEventMap['messages.upsert']['messages']): void {
    if (waiting.left <= 0) return;
    waiting.left -= messages.filter(({ key, message }) => !key.fromMe && message).length;
    if (waiting.left <= 0) waiting.done();
  }

  function open(onQr?: (qr: string) => void): Promise<void> {
    const opened = Promise.withResolvers<void>();
    const opening = makeWASocket({
      ...{ auth: state, waWebSocketUrl: socketUrl, logger: silentLogger, version: [2, 3000, 1043857760] },
      getMessage: async ({ id }) => sent.get(id ?? ''),
      cachedGroupMetadata: async (jid) => groups.get(jid),
    });
    current = opening;
    opening.ev.process((events) => {
      Object.assign(state.creds, events['creds.update']);
      count(events['messages.upsert']?.messages ?? []);
      const { qr, connection, lastDisconnect } = events['connection.update'] ?? {};
      if (qr) onQr?.(qr);
      if (connection === 'open') opened.resolve();
      if (connection !== 'close') return;
      const { output } = (lastDisconnect?.error ?? {}) as { output?: { statusCode?: number } };
      if (output?.statusCode === DisconnectReason.restartRequired) open().then(opened.resolve, opened.reject);
      else opened.reject(new Error(`closed with ${output?.statusCode}`));
    });
    return opened.promise;
  }

  return {
    ...{ state, socket, open },
    async send(jid, text) {
      const message = await socket().sendMessage(jid, { text });
      if (message?.key.id && message.message) sent.set(message.key.id, message.message);
    },
    arrived(expected) {
      const { promise, resolve } = Promise.withResolvers<void>();
      Object.assign(waiting, { left: expected, done: resolve });
      return promise;
    },
  };
}

function raise(message: string): never {
  throw new Error(message);
}
