import type { ConnectionState } from '@whiskeysockets/baileys';
import type { ConnectionStateName, InstanceHealth, QrCode } from '../generated/index.ts';
import { createAnnouncer, type Owner } from './announce.ts';
import { createBackoff } from './backoff.ts';
import { type Changes, createChanges } from './changes.ts';
import { type CloseReason, closeReason, endingOf } from './close-reason.ts';
import { type Action, type LifecycleEvent, next, type Phase, wireState } from './lifecycle.ts';
import { createLine } from './line.ts';
import { type Link, openLink } from './link.ts';
import type { SessionDependencies } from './options.ts';
import { createPairing } from './pairing.ts';
import { createTelling, type News } from './telling.ts';

/** An instance's connection to WhatsApp: does what lifecycle.ts says, and knows how it is. */
export interface Connection {
  state(): ConnectionStateName;
  /** How well WhatsApp is heard; undefined unless it is connected, or comes back because it was not heard. */
  health(): InstanceHealth | undefined;
  /** The QR code that is waiting to be scanned. */
  qr(): QrCode | undefined;
  /** The way to WhatsApp, while it is open. */
  link(): Link | undefined;
  /** Connects unless it is connected or about to be. With `number`, a pairing code is asked for as well. */
  open(number?: string): Promise<void>;
  /** It will be connected when it is its turn. */
  recall(): Promise<void>;
  /** Its turn has come, if it waits for it still. Resolves when the first attempt has come to something. */
  takeTurn(): Promise<void>;
  /** Disconnects; the link to the phone stays. */
  close(): Promise<void>;
  /** Unlinks from the phone, if it can be told, and forgets the credentials. */
  logout(): Promise<void>;
  /** Every later connection shows the account as online or not; undefined leaves it to the settings. */
  wishOnline(online: boolean | undefined): void;
  /** Asks again after each change of state and each new QR code. */
  until: Changes['until'];
}

/** The code of a connection that has timed out. */
const SILENT = 408;

export function createConnection(deps: SessionDependencies, owner: Owner, ownNumber?: string): Connection {
  const backoff = createBackoff(deps.timing);
  const pairing = createPairing(deps.whatsapp, ownNumber);
  const logger = deps.logger.child({ instance: owner.name });
  const changes = createChanges();
  const announce = createAnnouncer(deps.record, owner);
  const telling = createTelling(announce, () => line.quiet(), logger);
  let phase: Phase = 'created';
  let online: boolean | undefined;
  let deafness: InstanceHealth | undefined;
  const line = createLine({
    open: (connection) =>
      openLink(deps, owner, { connection, profileName: announce.profileName }, { online }),
    told: telling.told,
    onUpdate: (update, isCurrent) => onUpdate(update, isCurrent),
    onFailure: (error) => void send('lost', { reason: closeReason(error) }),
    logger,
  });

  const send = async (event: LifecycleEvent, news: News = {}): Promise<boolean> => {
    const step = next(phase, event);
    if (!step) return false;
    logger.info({ event, from: phase, to: step.to, code: news.reason?.code }, 'lifecycle');
    enter(step.to);
    if (step.tell) telling.tell(step.tell, news, wireState(phase));
    for (const action of step.do ?? []) actions[action]();
    await telling.told();
    changes.tell();
    return true;
  };

  const enter = (to: Phase): void => {
    if (to !== 'pairing') pairing.clear();
    if (to !== 'reconnecting') deafness = undefined;
    if (to === phase) return;
    phase = to;
    backoff.cancel();
    if (to === 'open' || to === 'pairing') backoff.steady();
  };

  const actions: Record<Action, () => void> = {
    begin() {
      backoff.reset();
      pairing.reset();
    },
    dial: line.dial,
    redial: () => backoff.again(() => send('due')),
    unlink: line.unlink,
    'hang-up': line.drop,
  };

  const onUpdate = async (update: Partial<ConnectionState>, isCurrent: () => boolean): Promise<void> => {
    const { qr, connection, lastDisconnect } = update;
    if (qr) await onQr(qr, isCurrent);
    if (connection === 'open') await onOpen();
    if (connection === 'close') await onClose(closeReason(lastDisconnect?.error));
  };

  const onQr = async (code: string, isCurrent: () => boolean): Promise<void> => {
    const link = line.link();
    if (!link) return;
    const shown = await pairing.show(code, link);
    if (!isCurrent()) pairing.clear();
    else if (shown) await send('qr', { shown });
    else await send('qr-limit');
  };

  const onOpen = async (): Promise<void> => {
    const link = line.link();
    const me = link?.me();
    if (!link || !me) return;
    link.liveness.start((error) => {
      deafness = { ...link.liveness.health(), status: 'deaf' };
      void send('deaf', { reason: { code: SILENT, error } });
    });
    if (await send('opened', { me })) deps.outbox.opened(owner, link);
  };

  const onClose = async (reason: CloseReason): Promise<void> => {
    line.gone();
    await send(endingOf(reason), { reason });
  };

  return {
    state: () => wireState(phase),
    health: () => (phase === 'open' ? line.link()?.liveness.health() : deafness),
    qr: pairing.current,
    link: () => (phase === 'open' ? line.link() : undefined),
    async open(number) {
      const shown = number === undefined ? undefined : await pairing.askFor(number, line.link());
      if (shown) await send('qr', { shown });
      await send('connect');
    },
    recall: async () => void (await send('restore')),
    async takeTurn() {
      await send('turn');
      await changes.until(() => phase !== 'connecting', deps.timing.patienceMs);
    },
    async close() {
      await send('close');
      await line.quiet();
    },
    async logout() {
      await send('logout');
      await line.quiet();
    },
    wishOnline(wish) {
      online = wish;
    },
    until: changes.until,
  };
}
