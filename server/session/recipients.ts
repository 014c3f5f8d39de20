import type { WASocket } from '@whiskeysockets/baileys';
import { LRUCache } from 'lru-cache';
import { badRequest, notOnWhatsApp } from '../errors.ts';
import { chatJids, isLid, isUser, toJid, withoutDevice } from './translate/jid.ts';

const REMEMBERED = 10_000;
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** Finds the JID under which WhatsApp knows a number, and remembers it for a day. */
export type Recipients = (socket: WASocket, input: string) => Promise<string>;

/** @throws HttpError 400 with the contract's row where WhatsApp does not know the number */
export function createRecipients(): Recipients {
  const known = new LRUCache<string, string>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  return async (socket, input) => {
    const jid = toJid(input);
    if (isLid(jid)) return phoneJid(socket, jid);
    if (!isUser(jid)) return jid;
    const found = known.get(jid) ?? (await ask(socket, jid));
    if (!found) throw notOnWhatsApp({ jid, exists: false, number: input });
    known.set(jid, found);
    return found;
  };
}

async function ask(socket: WASocket, jid: string): Promise<string | undefined> {
  const candidates = chatJids(jid);
  const answers = await socket.onWhatsApp(...candidates);
  if (!answers) throw badRequest('Error: Timed Out', 'WhatsApp did not say whether the number exists');
  const existing = answers.filter(({ exists }) => exists).map((answer) => answer.jid);
  return candidates.find((candidate) => existing.includes(candidate)) ?? existing[0];
}

/** A person has one chat here, under the phone number wherever it is known. */
async function phoneJid(socket: WASocket, lid: string): Promise<string> {
  const phone = await socket.signalRepository.lidMapping.getPNForLID(lid);
  return phone ? withoutDevice(phone) : lid;
}
