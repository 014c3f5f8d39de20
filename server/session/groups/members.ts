import { type GroupMetadata, jidNormalizedUser } from '@whiskeysockets/baileys';
import { HttpError, type NotOnWhatsApp } from '../../errors.ts';
import type { Actor } from '../actor.ts';
import type { Link } from '../link.ts';
import { isUser, toJid } from '../translate/jid.ts';

/** Somebody whom a caller names: as it was typed, and under which JID WhatsApp knows them. */
export interface Named {
  typed: string;
  /** What the typed number stands for; WhatsApp may spell it otherwise. */
  jid: string;
  /** Undefined where WhatsApp does not know the number. LIDs are taken as they are. */
  known: string | undefined;
}

/** Looks all numbers up in one go. @throws HttpError 400 for what is neither a number nor a JID */
export async function named({ numbers }: Actor, { socket }: Link, typed: string[]): Promise<Named[]> {
  const jids = typed.map(toJid);
  const found = await numbers.find(socket, jids.filter(isUser));
  return jids.map((jid, index) => ({
    typed: typed[index] ?? jid,
    jid,
    known: isUser(jid) ? found.get(jid) : jid,
  }));
}

/** @throws HttpError 400 with a row for each number that WhatsApp does not know */
export function allKnown(people: Named[]): string[] {
  const unknown = people.flatMap(({ typed, jid, known }): NotOnWhatsApp[] =>
    known ? [] : [{ jid, exists: false, number: typed }],
  );
  if (unknown.length > 0) throw new HttpError(400, unknown);
  return [...new Set(people.flatMap(({ known }) => known ?? []))];
}

/** The JID by which the group knows a member, who may be named by phone or by LID. */
export function memberJid({ participants }: GroupMetadata, jid: string): string {
  const member = participants.find((one) => [one.id, one.phoneNumber, one.lid].includes(jid));
  return member?.id ?? jid;
}

/** Whether the JID is the account's own. */
export function isOwn({ me }: Link, jid: string): boolean {
  const { id, lid } = me() ?? {};
  return [id, lid].some((own) => own !== undefined && jidNormalizedUser(own) === jid);
}
