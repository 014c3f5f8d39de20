import { EventEmitter, once } from 'node:events';
import type { ConnectionState } from '@whiskeysockets/baileys';
import type { ConnectionStateName, QrCode } from '../generated/index.ts';
import { createAnnouncer, type Owner } from './announce.ts';
import { afterClose, pauseBefore } from './close-reason.ts';
import { hangUp, type Link, openLink } from './link.ts';
import type { SessionDependencies } from './options.ts';
import { createPairing } from './pairing.ts';
import { closeCode } from './socket.ts';

/** An instance's connection to WhatsApp: keeps it up, and knows how it is. */
export interface Connection {
  state(): ConnectionStateName;
  /** The QR code that is waiting to be scanned. */
  qr(): QrCode | undefined;
  /** The way to WhatsApp, while it is open. */
  link(): Link | undefined;
  /** Connects unless it is connected or about to be. With `number`, a pairing code is asked for as well. */
  open(number?: string): Promise<void>;
  /** Disconnects; the link to the phone stays. */
  close(): Promise<void>;
  /** Unlinks from the phone, if it can be told, and forgets the credentials. */
  logout(): Promise<void>;
  /** Waits until `ready` says so, asking again after each change; false if `timeoutMs` pass first. */
  until(ready: () => boolean, timeoutMs: number): Promise<boolean>;
}

export function createConnection(deps: SessionDependencies, owner: Owner, ownNumber?: string): Connection {
  const announce = createAnnouncer(deps.record, owner);
  const pairing = createPairing(deps.whatsapp, ownNumber);
  const logger = deps.logger.child({ instance: owner.name });
  const changes = new EventEmitter();
  let state: ConnectionStateName = 'close';
  let link: Link | undefined;
  let attempt = 0;
  let retry: NodeJS.Timeout | undefined;
  /** Raised whenever the socket is replaced: what an older one still says is not heard. */
  let generation = 0;

  const become = (next: ConnectionStateName): void => {
    state = next;
    changes.emit('change');
  };

  const dial = async (): Promise<void> => {
    const mine = ++generation;
    const connection = async (update: Partial<ConnectionState>): Promise<void> => {
      if (mine === generation) await onUpdate(update);
    };
    const opened = await openLink(deps, owner, { connection, profileName: announce.profileName });
    if (mine === generation) link = opened;
    else await hangUp(opened);
  };

  const drop = async (next: ConnectionStateName): Promise<void> => {
    generation++;
    clearTimeout(retry);
    pairing.clear();
    const dropped = link;
    link = undefined;
    become(next);
    if (dropped) await hangUp(dropped);
  };

  const onUpdate = async ({ qr, connection, lastDisconnect }: Partial<ConnectionState>): Promise<void> => {
    if (qr) await onQr(qr);
    if (connection === 'open') await onOpen();
    if (connection === 'close') await onClose(lastDisconnect?.error);
  };

  const onQr = async (code: string): Promise<void> => {
    if (!link) return;
    const shown = await pairing.show(code, link);
    if (shown) await announce.qrCode(shown);
    else await Promise.all([drop('refused'), announce.refused()]);
    changes.emit('change');
  };

  const onOpen = async (): Promise<void> => {
    const opened = link;
    const me = opened?.me();
    if (!opened || !me) return;
    attempt = 0;
    pairing.clear();
    await announce.open(me);
    become('open');
    deps.outbox.opened(owner, opened);
  };

  const onClose = async (error: unknown): Promise<void> => {
    const code = closeCode(error);
    const next = afterClose(code);
    logger.info({ code, next }, 'connection closed');
    link = undefined;
    if (pairing.current()) attempt = 0;
    pairing.clear();
    if (next === 'restart') return dial();
    if (next === 'retry') return redialLater(code);
    become('close');
    await announce.closed(code, error, next === 'logged-out');
  };

  const redialLater = async (code: number): Promise<void> => {
    become('connecting');
    retry = setTimeout(redial, pauseBefore(++attempt));
    await announce.connecting(code);
  };

  const redial = (): void => {
    dial().catch((error) => {
      logger.error({ err: error }, 'cannot connect');
      retry = setTimeout(redial, pauseBefore(++attempt));
    });
  };

  const begin = async (): Promise<void> => {
    pairing.reset();
    attempt = 0;
    become('connecting');
    await announce.connecting(200);
    await dial();
  };

  return {
    state: () => state,
    qr: pairing.current,
    link: () => (state === 'open' ? link : undefined),
    async open(number) {
      const shown = number === undefined ? undefined : await pairing.askFor(number, link);
      if (shown) await announce.qrCode(shown);
      if (state !== 'open' && state !== 'connecting') await begin();
    },
    close: () => drop('close'),
    async logout() {
      generation++;
      if (state === 'open') await link?.socket.logout();
      await drop('close');
      await announce.closed(401, new Error('Logged out'), true);
    },
    async until(ready, timeoutMs) {
      const signal = AbortSignal.timeout(timeoutMs);
      while (!ready()) {
        const changed = await once(changes, 'change', { signal }).catch(() => undefined);
        if (!changed) return false;
      }
      return true;
    },
  };
}
