import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Boom } from '@hapi/boom';
import { proto } from '@whiskeysockets/baileys';
import type { Logger } from '../../logger.ts';
import { chatJids } from '../../store/chats.ts';
import { deleteHistory, hasHistory, nextHistoryPart } from '../../store/history.ts';
import type { Db } from '../../store/schema.ts';
import { before } from '../deadline.ts';
import type { PastSource } from '../past-source.ts';
import type { Turns } from '../turns.ts';
import { type PastPart, recordHistory, skipHistory } from './history.ts';
import { fetchContent, type PastContent, readContent } from './past-content.ts';
import type { HistoryNotification } from './past-notice.ts';
import type { InboundOptions } from './scene.ts';

/** The history of an account: its parts wait in the database, and are recorded one after the other. */
export interface Past {
  /** To be called when a part has been kept: it is recorded when it is its turn. */
  came(notification: HistoryNotification): void;
  /**
   * To be called before the account connects. What is left of an earlier connection stays to be recorded; what
   * is left of an earlier link, of which the phone may be another, is forgotten.
   */
  prepare(isLinked: boolean): Promise<void>;
  /** Goes on with what is left, once the account is connected. */
  resume(): Promise<void>;
  /** Waits until it is known which chats there are: what happens to them can be recorded only then. */
  opened(): Promise<void>;
  /** The part that is in work stops where it is. */
  stop(): void;
}

export interface PastOptions {
  inbound: InboundOptions;
  source: PastSource;
  db: Db;
  logger: Logger;
  /** Those of the whole process: how many parts are in work, and so in memory, at the same time. */
  turns: Turns;
}

const { HistorySyncNotification } = proto.Message;
const { INITIAL_BOOTSTRAP } = proto.HistorySync.HistorySyncType;

/** The histories of all other accounts wait meanwhile. */
const DOWNLOAD_MS = 30_000;
/** Before a part is tried again. After the last it stays until the account connects anew. */
const PAUSES_MS = [2_000, 10_000, 60_000];
/** What else happens to an account is not kept back longer than this. */
const OPENING_MS = 20_000;

/**
 * A part comes while its message is being decrypted, in a transaction of Signal keys that is over when the part
 * is recorded: keys that are written then must not take themselves for a part of it.
 */
const onItsOwn = AsyncLocalStorage.snapshot();

export function createPast({ inbound, source, db, logger, turns }: PastOptions): Past {
  const { id: instanceId, name: instance } = inbound.owner;
  const stopped = new AbortController();
  const { signal } = stopped;
  const known = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  let opening = last;

  const contentOf = async (told: HistoryNotification): Promise<PastContent> => {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_MS)]);
    return readable(await before(inTime, fetchContent(told, source.download, inTime)));
  };

  const record = async (part: PastPart): Promise<void> => {
    const content = await contentOf(part.told);
    await source.learn(content);
    await recordHistory(inbound, part, content, known, signal);
  };

  const recordNext = async (): Promise<boolean> => {
    for (const wait of [...PAUSES_MS, undefined]) {
      const row = signal.aborted ? undefined : await nextHistoryPart(db, instanceId);
      if (!row) return false;
      const part = { ...row, told: HistorySyncNotification.decode(row.notification) };
      try {
        await turns.run(() => record(part), part.told.syncType === INITIAL_BOOTSTRAP);
        return true;
      } catch (error) {
        if (signal.aborted) return false;
        logger.error({ err: error, instance, part: part.id }, 'part of the history not recorded');
        if (isHopeless(error)) {
          await skipHistory(inbound, part);
          return true;
        }
        if (wait !== undefined) await pause(wait, undefined, { signal, ref: false });
      }
    }
    return false;
  };

  const next = (): Promise<boolean> => {
    const recorded = onItsOwn(() => last.then(recordNext)).catch((error) => {
      if (!signal.aborted) logger.error({ err: error, instance }, 'history not recorded');
      return false;
    });
    last = recorded;
    return recorded;
  };

  return {
    came({ syncType }) {
      const recorded = next();
      if (syncType !== INITIAL_BOOTSTRAP) return;
      opening = Promise.race([recorded, pause(OPENING_MS, undefined, { ref: false })]);
    },
    async prepare(isLinked) {
      if (!isLinked) return deleteHistory(db, instanceId, 'all');
      if (!(await hasHistory(db, instanceId))) return;
      for (const jid of await chatJids(db, instanceId)) known.add(jid);
    },
    async resume() {
      while (await next());
    },
    async opened() {
      await opening;
    },
    stop: () => stopped.abort(),
  };
}

function readable(content: Buffer): PastContent {
  try {
    return readContent(content);
  } catch (error) {
    throw new Boom('The history cannot be read', { statusCode: 422, data: error });
  }
}

/** Answers of a media host that has the file no more, and what this process says of one that it cannot read. */
const HOPELESS = [400, 403, 404, 410, 422];

function isHopeless(error: unknown): boolean {
  const { output, status, code } = error as {
    output?: { statusCode?: number };
    status?: number;
    code?: string;
  };
  return HOPELESS.includes(output?.statusCode ?? status ?? 0) || String(code).startsWith('Z_');
}
