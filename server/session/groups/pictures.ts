import { once } from 'node:events';
import type { BinaryNode, WASocket } from '@whiskeysockets/baileys';
import { LRUCache } from 'lru-cache';
import { refusalCode } from '../ask.ts';

const REMEMBERED = 5_000;
/** WhatsApp's addresses of pictures are signed and last for some days. */
const REMEMBERED_MS = 60 * 60 * 1000;
/** Slow and few: WhatsApp stops to answer whoever asks for hundreds at once. */
const ASKED_AT_ONCE = 5;
/** How long a caller waits for pictures: what has not come by then comes with the next call. */
const PATIENCE_MS = 4_000;

/** The addresses of groups' pictures, remembered until a notification tells of another. */
export interface Pictures {
  /** For each of the groups the address of its picture; null if it has none, or none was learnt in time. */
  of(jids: string[]): Promise<Map<string, string | null>>;
  /** To be called when one is changed. */
  forget(jid: string): void;
  follow(socket: WASocket): void;
}

export function createPictures(): Pictures {
  /** An empty text: there is none. */
  const known = new LRUCache<string, string>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  let socket: WASocket | undefined;
  /** Whether to go on asking. */
  const learn = async (jid: string): Promise<boolean> => {
    try {
      const url = await socket?.profilePictureUrl(jid, 'image', PATIENCE_MS);
      if (url) known.set(jid, url);
      return url !== undefined;
    } catch (error) {
      const code = refusalCode(error);
      const isNone = code === 401 || code === 403 || code === 404;
      if (isNone) known.set(jid, '');
      return isNone;
    }
  };
  return {
    async of(jids) {
      const unknown = jids.filter((jid) => known.get(jid) === undefined);
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const learnSome = async (): Promise<void> => {
        for (let jid = unknown.shift(); jid && !patience.aborted; jid = unknown.shift()) {
          if (!(await learn(jid))) unknown.length = 0;
        }
      };
      const learnt = Promise.all(Array.from({ length: ASKED_AT_ONCE }, learnSome));
      await Promise.race([learnt, once(patience, 'abort')]);
      return new Map(jids.map((jid) => [jid, known.get(jid) || null]));
    },
    forget: (jid) => void known.delete(jid),
    follow(followed) {
      socket = followed;
      followed.ws.on('CB:notification,type:picture', ({ attrs }: BinaryNode) => {
        if (attrs.from) known.delete(attrs.from);
      });
    },
  };
}
