import type { WASocket } from '@whiskeysockets/baileys';
import { assertNodeErrorFree, USyncQuery, USyncUser } from '@whiskeysockets/baileys';
import { LRUCache } from 'lru-cache';
import { timedOut } from '../errors.ts';
import { createLimit } from '../limit.ts';
import { numberVariants } from './translate/jid.ts';

/** Two of the longest lists that are asked for. */
const REMEMBERED = 20_000;
const REMEMBERED_MS = 24 * 60 * 60 * 1000;
/** Whoever is not on WhatsApp may join it at any moment. */
const ABSENCE_REMEMBERED_MS = 60 * 1000;

/** Each number has up to two spellings. WhatsApp slows down those who ask one by one. */
const NUMBERS_IN_A_QUERY = 200;

/** Sends to new recipients that come all at once ask one after another beyond this. */
const QUERIES_AT_ONCE = 4;

/** Knows which phone numbers are on WhatsApp, and under which JID. Remembers it for a day. */
export interface Numbers {
  /**
   * @param jids phone JIDs, as callers write them
   * @returns for each of them the JID by which WhatsApp knows it; undefined where it knows none
   * @throws HttpError 504 when WhatsApp does not answer; what it had answered before is remembered
   */
  find(socket: WASocket, jids: string[]): Promise<Map<string, string | undefined>>;
}

export function createNumbers(): Numbers {
  // By size, not by `max`, for which the memory of a full cache would be taken at once.
  const known = new LRUCache<string, string | false>({
    maxSize: REMEMBERED,
    sizeCalculation: () => 1,
    ttl: REMEMBERED_MS,
  });
  const limit = createLimit(QUERIES_AT_ONCE);
  return {
    async find(socket, jids) {
      const found = new Map(jids.map((jid) => [jid, known.get(jid)]));
      const unknown = [...found.keys()].filter((jid) => found.get(jid) === undefined);
      while (unknown.length > 0) {
        const asked = unknown.splice(0, NUMBERS_IN_A_QUERY);
        const answers = await limit(() => query(socket, asked.flatMap(spellings)));
        for (const jid of asked) {
          const answer = answerTo(jid, answers);
          known.set(jid, answer ?? false, answer ? {} : { ttl: ABSENCE_REMEMBERED_MS });
          found.set(jid, answer);
        }
      }
      return new Map([...found].map(([jid, answer]) => [jid, answer || undefined]));
    },
  };
}

/** The digits of every number that a JID may stand for. */
const spellings = (jid: string): string[] => numberVariants(jid.split('@')[0] ?? '');

/** WhatsApp's word decides; where it knows both spellings, they are one account or the typed one is meant. */
function answerTo(jid: string, answers: Map<string, string>): string | undefined {
  const spelling = spellings(jid).find((digits) => answers.has(digits));
  return spelling === undefined ? undefined : answers.get(spelling);
}

interface Contact {
  exists: boolean;
  /** The number as it was asked for: WhatsApp's JID may be spelt otherwise. */
  digits: string;
}

/** Baileys' own drops the number that was asked for, without which many answers cannot be told apart. */
const CONTACT: USyncQuery['protocols'][number] = {
  name: 'contact',
  getQueryElement: () => ({ tag: 'contact', attrs: {} }),
  getUserElement: ({ phone }) => ({ tag: 'contact', attrs: {}, content: phone ?? '' }),
  parser: (node): Contact => {
    assertNodeErrorFree(node);
    return { exists: node.attrs.type === 'in', digits: String(node.content ?? '').replace(/\D/g, '') };
  },
};

/** The JIDs of those numbers that are on WhatsApp. */
async function query(socket: WASocket, numbers: string[]): Promise<Map<string, string>> {
  const asked = new USyncQuery();
  asked.protocols.push(CONTACT);
  for (const digits of numbers) asked.withUser(new USyncUser().withPhone(`+${digits}`));
  const answer = await socket.executeUSyncQuery(asked);
  if (!answer) throw timedOut('Error: Timed Out', 'WhatsApp did not say whether the number exists');
  const found = new Map<string, string>();
  for (const { id, contact } of answer.list) {
    const { exists, digits } = contact as Contact;
    if (exists) found.set(digits || (id.split('@')[0] ?? ''), id);
  }
  return found;
}
