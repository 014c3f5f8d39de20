import type { Contact } from '@whiskeysockets/baileys';
import type { ConnectionStateName, QrCode } from '../generated/index.ts';
import type { Logger } from '../logger.ts';
import type { Announcer } from './announce.ts';
import type { CloseReason } from './close-reason.ts';
import type { Tell } from './lifecycle.ts';

/** What an event of a session's life brings along. */
export interface News {
  reason?: CloseReason;
  shown?: QrCode;
  me?: Contact;
}

/** Tells what happens to a session in the order in which it happens, however long the writing takes. */
export interface Telling {
  /** @param state the one that the session has now */
  tell(what: Tell, news: News, state: ConnectionStateName): void;
  /** Resolves when all that was told is written. */
  told(): Promise<void>;
}

/** Where no socket has given a reason, somebody has asked for it. */
const ON_REQUEST: CloseReason = { code: 401, error: new Error('Logged out') };

/** @param quiet resolves when the last socket has ended: it may still be writing credentials */
export function createTelling(announce: Announcer, quiet: () => Promise<void>, logger: Logger): Telling {
  let told: Promise<void> = Promise.resolve();
  const write = async (what: Tell, news: News, state: ConnectionStateName): Promise<void> => {
    const { reason, shown, me } = news;
    if (what === 'connecting') await announce.connecting(reason);
    if (what === 'qr' && shown) await announce.qrCode(shown);
    if (what === 'open' && me) await announce.open(me);
    if (what === 'closed') await announce.closed(state, reason ?? ON_REQUEST);
    if (what === 'refused') await announce.refused();
    if (what === 'logged-out') {
      await quiet();
      await announce.loggedOut(reason ?? ON_REQUEST);
    }
  };
  return {
    told: () => told,
    tell(what, news, state) {
      told = told
        .then(() => write(what, news, state))
        .catch((error) => logger.error({ err: error, what }, 'a change of state is not recorded'));
    },
  };
}
