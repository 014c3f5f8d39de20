import { HttpError } from '../errors.ts';
import type { NumberCheck } from '../generated/index.ts';
import { findCounterparts } from '../store/identities.ts';
import type { Actor } from './actor.ts';
import { ask, refusalCode } from './ask.ts';
import type { Link } from './link.ts';
import { namesOf } from './people.ts';
import { isGroup, isLid, isUser, toJid } from './translate/jid.ts';

/** Who of these is on WhatsApp: one row for each input, in its order. What is no number is on nothing. */
export function checkNumbers(actor: Actor, inputs: string[]): Promise<NumberCheck[]> {
  return ask(actor, 'Error checking numbers', async (link) => {
    const jids = inputs.map(jidOf);
    const found = await findAll(actor, link, [...new Set(jids)]);
    const { db } = actor.deps;
    const known = [...found.values()].map(({ jid }) => jid);
    const names = await namesOf(db, actor.owner.id, known);
    const others = await findCounterparts(db, actor.owner.id, known);
    return jids.map((jid, index) => {
      const { name, ...row } = found.get(jid) ?? { jid, exists: false };
      const number = inputs[index] ?? '';
      const other = others.get(row.jid);
      const lid = isLid(row.jid) ? row.jid : other;
      const shown = isLid(row.jid) && other ? other : row.jid;
      const called = name ?? names.get(row.jid);
      return { ...row, jid: shown, number, ...(called && { name: called }), ...(lid && { lid }) };
    });
  });
}

interface Answer {
  jid: string;
  exists: boolean;
  name?: string;
}

function jidOf(input: string): string {
  try {
    return toJid(input);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return input;
  }
}

async function findAll(actor: Actor, link: Link, jids: string[]): Promise<Map<string, Answer>> {
  const phones = await actor.numbers.find(link.socket, jids.filter(isUser));
  const found = new Map<string, Answer>();
  for (const jid of jids) found.set(jid, await answerFor(link, jid, phones));
  return found;
}

async function answerFor(link: Link, jid: string, phones: Map<string, string | undefined>): Promise<Answer> {
  const phone = phones.get(jid);
  if (phone) return { jid: phone, exists: true };
  if (isGroup(jid)) return group(link, jid);
  // WhatsApp cannot be asked for a LID: it is a name that WhatsApp itself has given.
  return { jid, exists: isLid(jid) };
}

async function group({ groups }: Link, jid: string): Promise<Answer> {
  try {
    const { subject } = await groups.metadata(jid);
    return { jid, exists: true, name: subject };
  } catch (error) {
    if (refusalCode(error) === undefined) throw error;
    return { jid, exists: false };
  }
}
