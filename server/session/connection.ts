import { EventEmitter, once } from 'node:events';
import type { ConnectionState } from '@whiskeysockets/baileys';
import type { ConnectionStateName, QrCode } from '../generated/index.ts';
import { createAnnouncer, type Owner } from './announce.ts';
import { afterClose, pauseBefore } from './close-reason.ts';
import { type Link, openLink } from './link.ts';
import type { SessionDependencies } from './options.ts';
import { qrImage } from './qr-code.ts';
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
  const logger = deps.logger.child({ instance: owner.name });
  const changes = new EventEmitter();
  let state: ConnectionStateName = 'close';
  let link: Link | undefined;
  let qr: QrCode | undefined;
  let number = ownNumber;
  let qrCount = 0;
  let attempt = 0;
  let retry: NodeJS.Timeout | undefined;
  /** Raised whenever the socket is replaced: what an older one still says is not heard. */
  let generation = 0;

  const become = (next: ConnectionStateName): void => {
    state = next;
    if (next !== 'connecting') qr = undefined;
    changes.emit('change');
  };

  const dial = async (): Promise<void> => {
    const mine = ++generation;
    const heard =
      <T>(handle: (value: T) => Promise<void>) =>
      async (value: T) => {
        if (mine === generation) await handle(value);
      };
    const opened = await openLink(deps, owner, {
      connection: heard(onUpdate),
      profileName: announce.profileName,
    });
    if (mine === generation) link = opened;
    else await hangUp(opened);
  };

  const drop = async (): Promise<void> => {
    generation++;
    clearTimeout(retry);
    const dropped = link;
    link = undefined;
    if (dropped) await hangUp(dropped);
  };

  const onUpdate = async (update: Partial<ConnectionState>): Promise<void> => {
    if (update.qr) await onQr(update.qr);
    if (update.connection === 'open') await onOpen();
    if (update.connection === 'close') await onClose(update.lastDisconnect?.error);
  };

  const onQr = async (code: string): Promise<void> => {
    if (++qrCount > deps.whatsapp.qrcodeLimit) return refuse();
    const base64 = await qrImage(code, deps.whatsapp.qrcodeColor);
    await show({ pairingCode: await pairingCode(), code, base64, count: qrCount });
  };

  const show = async (shown: QrCode): Promise<void> => {
    qr = shown;
    await announce.qrCode(shown);
    changes.emit('change');
  };

  /** WhatsApp allows one pairing code for each socket; the QR codes that follow keep it. */
  const pairingCode = async (): Promise<string | null> => {
    if (!number || !link) return null;
    return qr?.pairingCode ?? link.socket.requestPairingCode(number);
  };

  const refuse = async (): Promise<void> => {
    await drop();
    become('refused');
    await announce.refused();
  };

  const onOpen = async (): Promise<void> => {
    const me = link?.me();
    if (!me) return;
    attempt = 0;
    await announce.open(me);
    become('open');
  };

  const onClose = async (error: unknown): Promise<void> => {
    const code = closeCode(error);
    const next = afterClose(code);
    logger.info({ code, next }, 'connection closed');
    link = undefined;
    if (qr) attempt = 0;
    qr = undefined;
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

  return {
    state: () => state,
    qr: () => qr,
    link: () => (state === 'open' ? link : undefined),
    async open(withNumber) {
      const asked = withNumber !== undefined && withNumber !== number;
      number = withNumber ?? number;
      if (asked && qr) await show({ ...qr, pairingCode: await pairingCode() });
      if (state === 'open' || state === 'connecting') return;
      qrCount = 0;
      attempt = 0;
      become('connecting');
      await announce.connecting(200);
      await dial();
    },
    async close() {
      await drop();
      become('close');
    },
    async logout() {
      const leaving = link;
      generation++;
      if (state === 'open') await leaving?.socket.logout();
      await drop();
      become('close');
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

/** A server that is silent would keep a closing socket waiting for half a minute. */
const HANG_UP_TIMEOUT_MS = 2_000;

/** Ends as if the network had: told to end, Baileys leaves the queries under way waiting for their time-out. */
async function hangUp({ socket }: Link): Promise<void> {
  const patience = AbortSignal.timeout(HANG_UP_TIMEOUT_MS);
  socket.ws.emit('close');
  if (!socket.ws.isClosed) await Promise.race([once(socket.ws, 'close'), once(patience, 'abort')]);
}
