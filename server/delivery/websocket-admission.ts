import type { IncomingMessage } from 'node:http';
import type { Socket } from 'socket.io';
import type { Logger } from '../logger.ts';
import type { Db } from '../store/schema.ts';
import { EVERYTHING, lastEventIdOf, placeInRoom, type Resumption } from './websocket-resume.ts';

/** Whose key it is. */
export type Principal = { kind: 'global' } | { kind: 'instance'; instanceId: string };

export interface AdmissionOptions {
  db: Db;
  /** Such as `/whatsapp`; empty for none. */
  basePath: string;
  /** Whether the root namespace gets events, whatever the instances' settings say. */
  globalEvents: boolean;
  /** Tells whose key it is; undefined for a key that nobody holds. */
  authenticate(apikey: string): Promise<Principal | undefined>;
  findInstance(name: string): Promise<{ id: string } | undefined>;
}

/** Why somebody is turned away, in the contract's words; null if they are not. */
type Verdict = string | null;
type Middleware = (socket: Socket, next: (error?: Error) => void) => Promise<void>;

/** Who may connect, to which namespace, and where they go on; the forms are those that Socket.IO asks with. */
export interface Admission {
  handshake(request: IncomingMessage, answer: (refusal: Verdict, admitted: boolean) => void): Promise<void>;
  root: Middleware;
  instance: Middleware;
  /** What is resumed for an admitted client; undefined: it is in its room. */
  resumptionOf(socket: Socket): Resumption | undefined;
}

export function createAdmission(options: AdmissionOptions, logger: Logger): Admission {
  const decided = (verdict: Promise<Verdict>): Promise<Verdict> =>
    verdict.catch((error) => {
      logger.error({ err: error }, 'a websocket client could not be admitted');
      return 'Internal Server Error';
    });
  const middleware =
    (admit: typeof admitToRoot): Middleware =>
    async (socket, next) => {
      const refusal = await decided(admit(options, socket));
      next(refusal === null ? undefined : new Error(refusal));
    };
  return {
    async handshake(request, answer) {
      const refusal = await decided(admitHandshake(options, request));
      answer(refusal, refusal === null);
    },
    root: middleware(admitToRoot),
    instance: middleware(admitToInstance),
    resumptionOf: (socket) => socket.data.resumption,
  };
}

async function admitHandshake(options: AdmissionOptions, request: IncomingMessage): Promise<Verdict> {
  const apikey = apikeyOf(request);
  if (!apikey) return 'apiKey is required';
  if (await options.authenticate(apikey)) return null;
  return options.globalEvents ? 'Invalid global token' : 'Authentication error';
}

async function admitToRoot(options: AdmissionOptions, socket: Socket): Promise<Verdict> {
  const principal = await authenticated(options, socket);
  if (!principal) return 'Authentication error';
  const room = principal.kind === 'global' ? EVERYTHING : principal.instanceId;
  return enter(options, socket, room, false);
}

/** An instance's token learns nothing of other names: not even whether they exist. */
async function admitToInstance(options: AdmissionOptions, socket: Socket): Promise<Verdict> {
  const principal = await authenticated(options, socket);
  const instance = await options.findInstance(instanceName(socket.nsp.name, options.basePath));
  const mayEnter = principal?.kind === 'global' || (principal && principal.instanceId === instance?.id);
  if (!mayEnter) return 'Authentication error';
  if (!instance) return 'Invalid namespace';
  return enter(options, socket, instance.id, true);
}

/** Who goes on after an event gets the log; all others what their room gets. */
async function enter(
  { db, globalEvents }: AdmissionOptions,
  socket: Socket,
  room: string,
  bySettings: boolean,
): Promise<Verdict> {
  const lastEventId = lastEventIdOf(socket);
  const getsEvents = bySettings || globalEvents;
  if (lastEventId === undefined || !getsEvents) {
    await socket.join(room);
    return null;
  }
  const place = await placeInRoom(db, room, lastEventId);
  if (!place) return `Unknown lastEventId ${lastEventId}`;
  socket.data.resumption = { room, bySettings, place } satisfies Resumption;
  return null;
}

/** A namespace may have a key of its own, in its auth payload; else that of the handshake holds. */
async function authenticated(options: AdmissionOptions, socket: Socket): Promise<Principal | undefined> {
  const own: unknown = socket.handshake.auth.apikey;
  const apikey = typeof own === 'string' ? own : apikeyOf(socket.request);
  return apikey ? await options.authenticate(apikey) : undefined;
}

function apikeyOf(request: IncomingMessage): string | undefined {
  const query = URL.parse(request.url ?? '', 'http://localhost')?.searchParams.get('apikey');
  return query ?? [request.headers.apikey].flat()[0];
}

/** `/shop-7` and, as clients make a namespace of the URL's path, `/whatsapp/shop-7`. */
function instanceName(namespace: string, basePath: string): string {
  const path = namespace.startsWith(`${basePath}/`)
    ? namespace.slice(basePath.length + 1)
    : namespace.slice(1);
  try {
    return decodeURIComponent(path);
  } catch {
    // Not percent-encoded: a name may hold a % of its own.
    return path;
  }
}
