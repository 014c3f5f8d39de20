import type { proto } from '@whiskeysockets/baileys';
import { accountOf, type Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { accountJid, isGroupJid, STATUS } from '../wire/jids.ts';
import type { BinaryNode } from '../wire/nodes.ts';
import { contentJson, kindOf, textIn, unwrap } from './content.ts';
import { inspectMedia, type MediaReport } from './media.ts';
import type { Phone } from './phone.ts';

/** A message as the phone's user sees it. JIDs of people are phone-number ones; `timestamp` is in seconds. */
export type InboxMessage = {
  id: string;
  /** Its author. */
  from: string;
  chat: string;
  /** The author again, in groups and for status messages; null in chats with one person. */
  participant: string | null;
  /** Sent by the account itself, from another of its devices. */
  fromMe: boolean;
  type: string;
  text: string | null;
  media: MediaReport | null;
  content: object;
  timestamp: number;
};

/** `raw` is the message as it was decrypted, `content` the same without its wrappers. */
export type InboxEntry = {
  readonly message: InboxMessage;
  readonly stanza: BinaryNode;
  readonly raw: proto.IMessage;
  read: boolean;
};

function numberJid(network: Network, jid: string | undefined): string {
  const account = accountOf(network, jid);
  return account ? accountJid(account) : (jid ?? '');
}

/** Where a message belongs, and who wrote it. */
function placeOf({ network }: Phone, { attrs }: BinaryNode, fromMe: boolean) {
  if (isGroupJid(attrs.from) || attrs.from === STATUS) {
    const author = numberJid(network, attrs.participant);
    return { from: author, chat: attrs.from ?? '', participant: author };
  }
  const from = numberJid(network, attrs.from);
  return { from, chat: fromMe ? numberJid(network, attrs.recipient) : from, participant: null };
}

/** Whether the phone shows the message already; it may have come with other keys, or the same ones, again. */
export function isShown(phone: Phone, stanza: BinaryNode): boolean {
  return phone.inbox.has(inboxKey(placeOf(phone, stanza, false).from, stanza));
}

const inboxKey = (from: string, { attrs: { id = '' } }: BinaryNode): string => `${from} ${id}`;

/** Puts a decrypted message in the inbox, once: a message that was sent again has its old id. */
export async function fileMessage(
  phone: Phone,
  stanza: BinaryNode,
  raw: proto.IMessage,
  fromMe: boolean,
): Promise<void> {
  const { id = '', t } = stanza.attrs;
  const content = unwrap(raw);
  const type = kindOf(content);
  const place = placeOf(phone, stanza, fromMe);
  const key = inboxKey(place.from, stanza);
  if (!type) return;
  if (phone.inbox.has(key)) {
    phone.network.counters.duplicates++;
    return;
  }
  const media = await inspectMedia(phone.network.media, content);
  const shown = { type, text: textIn(content), media, content: contentJson(raw), timestamp: Number(t) };
  phone.inbox.set(key, { message: { id, ...place, fromMe, ...shown }, stanza, raw, read: false });
}

/** The entry of a message. @throws Problem 404 */
export function entryOf(phone: Phone, id: string): InboxEntry {
  const entry = [...phone.inbox.values()].find(({ message }) => message.id === id);
  if (!entry) throw new Problem(404, `there is no message ${id} in the inbox of ${phone.account.number}`);
  return entry;
}
