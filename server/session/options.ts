import type { Clock } from '../clock.ts';
import type { Recorder } from '../events/record.ts';
import type { Logger } from '../logger.ts';
import type { SourceOptions } from '../media/source.ts';
import type { Db } from '../store/schema.ts';
import type { AuthStates } from './auth-state.ts';
import type { Proxies } from './proxy/proxies.ts';
import type { Outbox } from './send/outbox.ts';
import type { SendQueue } from './send/queue.ts';
import type { SessionSettings } from './settings.ts';
import type { Timing } from './timing.ts';
import type { Turns } from './turns.ts';

/** How the session layer presents itself to WhatsApp, and where it finds it. */
export interface WhatsAppOptions {
  /** Another server to talk to; unset means WhatsApp's own. */
  socketUrl: string | undefined;
  /** The name and the browser that the phone shows under its linked devices. */
  phoneClient: string;
  phoneName: string;
  /** The WhatsApp Web version to claim; unset means the one Baileys ships with. */
  phoneVersion: [number, number, number] | undefined;
  /** QR codes shown before an attempt to link is given up. */
  qrcodeLimit: number;
  /** `#RRGGBB` */
  qrcodeColor: string;
}

/** What every session works with. */
export interface SessionDependencies {
  db: Db;
  record: Recorder;
  logger: Logger;
  /** The level at which Baileys' own log is kept. */
  baileysLogLevel: string;
  whatsapp: WhatsAppOptions;
  auth: AuthStates;
  settings: SessionSettings;
  proxies: Proxies;
  /** Milliseconds that an operation may take as a whole. */
  operationMs: number;
  timing: Timing;
  /** How many instances may be about to open at the same moment after a start. */
  restoredAtOnce: number;
  clock: Clock;
  queue: SendQueue;
  outbox: Outbox;
  /** For the parts of histories, of which few may be in memory at the same time. */
  historyTurns: Turns;
  /** How media are fetched that callers point at. */
  media: SourceOptions;
}
