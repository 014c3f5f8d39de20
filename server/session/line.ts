import type { ConnectionState } from '@whiskeysockets/baileys';
import type { Logger } from '../logger.ts';
import { hangUp } from './hang-up.ts';
import type { Link } from './link.ts';

/** The one socket that an instance has at a time. What an older one still says is not heard. */
export interface Line {
  link(): Link | undefined;
  /** Opens a new socket as soon as `told` is done. */
  dial(): void;
  /** Unlinks the socket's device from its phone, if that can be told. */
  unlink(): void;
  /** Ends the socket, or the attempt to open one. */
  drop(): void;
  /** The socket has ended by itself. */
  gone(): void;
  /** Resolves when the last socket that was dropped has ended, with all that came by it recorded. */
  quiet(): Promise<void>;
}

export interface LineOptions {
  open(onUpdate: (update: Partial<ConnectionState>) => Promise<void>): Promise<Link>;
  /** What has to be recorded before a socket may read what is stored. */
  told(): Promise<void>;
  /** @param isCurrent false once another socket has taken the place of the one that said it */
  onUpdate(update: Partial<ConnectionState>, isCurrent: () => boolean): Promise<void>;
  /** The socket could not even be made. */
  onFailure(error: unknown): void;
  logger: Logger;
}

export function createLine({ open, told, onUpdate, onFailure, logger }: LineOptions): Line {
  let link: Link | undefined;
  /** Raised whenever the socket is replaced. */
  let generation = 0;
  let ending: Promise<void> = Promise.resolve();

  const connect = async (isCurrent: () => boolean): Promise<void> => {
    await told();
    if (!isCurrent()) return;
    const opened = await open(async (update) => {
      if (isCurrent()) await onUpdate(update, isCurrent);
    });
    if (isCurrent()) link = opened;
    else await hangUp(opened);
  };

  return {
    link: () => link,
    dial() {
      const mine = ++generation;
      const isCurrent = () => mine === generation;
      connect(isCurrent).catch((error) => isCurrent() && onFailure(error));
    },
    unlink() {
      const unlinked = link?.socket.logout() ?? Promise.resolve();
      ending = unlinked.catch((error) => logger.warn({ err: error }, 'the phone was not told of the logout'));
    },
    drop() {
      generation++;
      const dropped = link;
      link = undefined;
      if (dropped) ending = ending.then(() => hangUp(dropped));
    },
    gone() {
      link?.liveness.stop();
      link = undefined;
    },
    quiet: () => ending,
  };
}
