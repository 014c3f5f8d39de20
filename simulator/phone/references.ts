import { jidNormalizedUser, type proto } from '@whiskeysockets/baileys';
import { Problem } from '../problem.ts';
import { accountJid, isGroupJid, STATUS } from '../wire/jids.ts';
import type { Chat } from './chat.ts';
import type { InboxEntry } from './inbox.ts';
import type { Phone } from './phone.ts';
import type { SentMessage } from './sent.ts';

/** A message that another one speaks of: reacts to, quotes, edits, deletes or votes in. */
export type Reference = {
  /** As the phone would name the message: `participant` is the author, where several people write. */
  readonly key: proto.IMessageKey;
  /** JID of the author, by the name used in that chat. */
  readonly author: string;
  readonly raw: proto.IMessage;
};

function toSent({ account }: Phone, id: string, { chat, content }: SentMessage): Reference {
  const author = accountJid(account, chat.addressing);
  const participant = chat.kind === 'person' ? {} : { participant: author };
  return { key: { remoteJid: chat.jid, fromMe: true, id, ...participant }, author, raw: content };
}

function toReceived({ message, stanza, raw }: InboxEntry): Reference {
  const { from, participant, recipient } = stanza.attrs;
  const { id, fromMe } = message;
  const author = jidNormalizedUser(participant ?? from);
  if (from && (isGroupJid(from) || from === STATUS))
    return { key: { remoteJid: from, fromMe, id, participant: author }, author, raw };
  return { key: { remoteJid: (fromMe && recipient) || author, fromMe, id }, author, raw };
}

/**
 * Finds a message among those the phone sent and received.
 * @param field of the request, for the error
 * @throws Problem 404
 */
export function referenceTo(phone: Phone, field: string, id: string): Reference {
  const sent = phone.sent.get(id);
  if (sent) return toSent(phone, id, sent);
  const received = [...phone.inbox.values()].find(({ message }) => message.id === id);
  if (!received) throw new Problem(404, `${field}: the phone knows no message ${id}`);
  return toReceived(received);
}

/** The same message as contexts of quotes name it. */
export function quote(reference: Reference, chat: Chat): proto.IContextInfo {
  const { key, author, raw } = reference;
  const elsewhere = key.remoteJid === chat.jid ? {} : { remoteJid: key.remoteJid ?? null };
  return { stanzaId: key.id ?? null, participant: author, quotedMessage: raw, ...elsewhere };
}
