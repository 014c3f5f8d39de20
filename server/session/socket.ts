import { Boom } from '@hapi/boom';
import {
  type BaileysEventMap,
  DEFAULT_CONNECTION_CONFIG,
  makeWASocket,
  type UserFacingSocketConfig,
  type WASocket,
} from '@whiskeysockets/baileys';
import type { SettingRow } from '../store/schema.ts';
import type { AuthState } from './auth-state.ts';
import { endUnlessHeard } from './connect-timeout.ts';
import type { DecryptionWatch } from './decryption.ts';
import { createEventLine } from './event-line.ts';
import { tellFirstState } from './first-state.ts';
import type { GroupMemory } from './groups/memory.ts';
import { takeOver } from './inbound/past-notice.ts';
import type { SessionDependencies } from './options.ts';
import type { Route } from './proxy/route.ts';
import { toResend } from './resend.ts';
import { keepingMemory } from './sender-key-memory.ts';
import { updatesOfAck } from './translate/ack.ts';
import { rememberTrusted } from './trusted-contacts.ts';

export type SocketEvents = Partial<BaileysEventMap>;

export interface SocketOptions {
  instanceId: string;
  auth: AuthState;
  settings: SettingRow;
  watch: DecryptionWatch;
  groups: GroupMemory;
  /** Whether to show the account as online from the start. */
  online: boolean;
  /** The proxy to go by, if any. It ends with the socket. */
  route: Route | undefined;
  /** Gets each batch of events; the next one waits until it is done with. */
  onEvents(events: SocketEvents): Promise<void>;
}

/** How long one QR code is shown (wire-contract 5). */
const QR_TIMEOUT_MS = 45_000;

/** Opens a socket to WhatsApp with these credentials. What becomes of it arrives as events. */
export function openSocket(deps: SessionDependencies, options: SocketOptions): WASocket {
  const socket = makeWASocket(socketConfig(deps, options));
  endUnlessHeard(socket, deps.timing.connectMs);
  tellFirstState(socket);
  rememberTrusted(socket);
  socket.ws.prependListener('CB:message', options.watch.arrived);
  options.groups.follow(socket);
  if (options.route) socket.ws.once('close', options.route.close);
  const handle = createEventLine(options.onEvents, (error) =>
    deps.logger.error({ err: error, instance: options.instanceId }, 'event not handled'),
  );
  socket.ev.process(handle);
  socket.ws.on('CB:ack,class:message', (ack) => handle({ 'messages.update': updatesOfAck(ack) }));
  socket.ws.on('unexpected-response', (_request, { statusCode }) => socket.end(refusal(statusCode)));
  return socket;
}

function socketConfig(deps: SessionDependencies, options: SocketOptions): UserFacingSocketConfig {
  const { auth, settings, watch, instanceId, groups, route, online } = options;
  const { whatsapp, db, logger, baileysLogLevel, timing } = deps;
  return {
    auth: { creds: auth.creds, keys: watch.keys(keepingMemory(auth.keys)) },
    logger: logger.child({ instance: instanceId, from: 'baileys' }, { level: baileysLogLevel }),
    waWebSocketUrl: whatsapp.socketUrl ?? DEFAULT_CONNECTION_CONFIG.waWebSocketUrl,
    version: whatsapp.phoneVersion ?? DEFAULT_CONNECTION_CONFIG.version,
    browser: [whatsapp.phoneClient, whatsapp.phoneName, '1.0'],
    markOnlineOnConnect: online,
    syncFullHistory: settings.sync_full_history === 1,
    shouldSyncHistoryMessage: takeOver(settings),
    emitOwnEvents: false,
    connectTimeoutMs: 0, // none; `endUnlessHeard` has it
    defaultQueryTimeoutMs: timing.queryMs,
    qrTimeout: QR_TIMEOUT_MS,
    keepAliveIntervalMs: timing.keepAliveMs,
    transactionOpts: { maxCommitRetries: 3, delayBetweenTriesMs: 200 },
    makeSignalRepository: watch.makeSignalRepository,
    cachedGroupMetadata: groups.metadata,
    ...(route && throughProxy(route)),
    getMessage: async ({ id }) => (id ? toResend(db, instanceId, id) : undefined),
  };
}

function throughProxy({ agent, dispatcher }: Route): Partial<UserFacingSocketConfig> {
  return { agent, fetchAgent: agent, options: { dispatcher } };
}

/** Baileys does not take an HTTP answer for the end of an attempt to connect, and would wait for ever. */
const refusal = (statusCode: number): Boom =>
  new Boom('WhatsApp refused the connection', { statusCode, data: new Error(`HTTP ${statusCode}`) });
