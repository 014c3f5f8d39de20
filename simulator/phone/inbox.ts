import { getContentType, normalizeMessageContent, type proto } from '@whiskeysockets/baileys';
import { accountOf, type Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { accountJid } from '../wire/jids.ts';
import type { BinaryNode } from '../wire/nodes.ts';
import { sendReceipt } from './incoming.ts';
import type { Phone } from './phone.ts';

/** A message as the phone's user sees it. JIDs are phone-number ones; `timestamp` is in seconds. */
export type InboxMessage = {
  id: string;
  from: string;
  chat: string;
  /** Sent by the account itself, from another of its devices. */
  fromMe: boolean;
  /** `text`, `image`, `document`, `reaction`, …: the protocol's name of the content, without `Message`. */
  type: string;
  /** The text or caption; null where there is none. */
  text: string | null;
  timestamp: number;
};

export type InboxEntry = { readonly message: InboxMessage; readonly stanza: BinaryNode; read: boolean };

const TEXT_TYPES = new Set(['conversation', 'extendedTextMessage']);

function typeOf(content: proto.IMessage | undefined): string | undefined {
  const key = getContentType(content);
  return key && (TEXT_TYPES.has(key) ? 'text' : key.replace(/Message(V\d+)?$/, ''));
}

function textOf(content: proto.IMessage | undefined): string | null {
  const { conversation, extendedTextMessage, imageMessage, videoMessage, documentMessage } = content ?? {};
  const captioned = imageMessage ?? videoMessage ?? documentMessage;
  return conversation || extendedTextMessage?.text || captioned?.caption || null;
}

function numberJid(network: Network, jid: string | undefined): string {
  const account = accountOf(network, jid);
  return account ? accountJid(account) : (jid ?? '');
}

/** Puts a decrypted message in the inbox, once: a message that was sent again has its old id. */
export function fileMessage(phone: Phone, stanza: BinaryNode, raw: proto.IMessage, fromMe: boolean): void {
  const { id = '', t } = stanza.attrs;
  const content = normalizeMessageContent(raw);
  const type = typeOf(content);
  const from = numberJid(phone.network, stanza.attrs.from);
  const chat = fromMe ? numberJid(phone.network, stanza.attrs.recipient) : from;
  const key = `${from} ${id}`;
  if (!type || phone.inbox.has(key)) return;
  const message = { id, from, chat, fromMe, type, text: textOf(content), timestamp: Number(t) };
  phone.inbox.set(key, { message, stanza, read: false });
}

/**
 * Marks received messages as read and says so to their senders.
 * @param id only this message; all of them when left out
 * @returns how many were unread
 * @throws Problem 404 when the inbox has no such message of somebody else
 */
export function markRead(phone: Phone, id?: string): number {
  const wanted = ({ message }: InboxEntry) => !message.fromMe && (id === undefined || message.id === id);
  const received = [...phone.inbox.values()].filter(wanted);
  if (id !== undefined && received.length === 0) throw new Problem(404, `no message ${id} was received`);
  const unread = received.filter((entry) => !entry.read);
  for (const entry of unread) {
    entry.read = true;
    sendReceipt(phone, entry.stanza, 'read');
  }
  return unread.length;
}
