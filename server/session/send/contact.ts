import type { ContactCard, MessageRecord, SendContactBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { toJid } from '../translate/jid.ts';
import { sendTo } from './send-to.ts';

export function sendContact(actor: Actor, body: SendContactBody): Promise<MessageRecord> {
  const contacts = body.contact.map((card) => ({ displayName: card.fullName, vcard: vcard(card) }));
  const [first] = contacts;
  const several = { displayName: `${contacts.length} contacts`, contacts };
  return sendTo(actor, body, () =>
    contacts.length === 1 && first ? { contactMessage: first } : { contactsArrayMessage: several },
  );
}

/** A vCard 3.0 (RFC 2426). WhatsApp finds the account by the `waid` of its telephone number. */
export function vcard({ fullName, phoneNumber, wuid, organization, email, url }: ContactCard): string {
  const [waid] = toJid(wuid || phoneNumber).split('@');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(fullName)}`,
    `FN:${escaped(fullName)}`,
    organization && `ORG:${escaped(organization)};`,
    email && `EMAIL:${escaped(email)}`,
    url && `URL:${oneLine(url)}`,
    `item1.TEL;waid=${waid}:${oneLine(phoneNumber)}`,
    'item1.X-ABLabel:Mobile',
    'END:VCARD',
  ];
  return lines.filter(Boolean).join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
