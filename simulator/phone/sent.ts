import type { proto } from '@whiskeysockets/baileys';
import { accountOf } from '../network.ts';
import { receiptIds } from '../stanzas/receipts.ts';
import { type BinaryNode, now } from '../wire/nodes.ts';
import type { Chat } from './chat.ts';
import { contentJson, kindOf, textIn, unwrap } from './content.ts';
import type { Phone } from './phone.ts';

/** How far a message has come with one reader. */
export type Progress = 'delivered' | 'read' | 'played';

/** A message the phone wrote. `edit` is the stanza's attribute of that name. */
export type SentMessage = {
  readonly chat: Chat;
  readonly content: proto.IMessage;
  readonly edit: number | undefined;
  readonly timestamp: number;
  /** By the reader's number. */
  readonly receipts: Map<string, Progress>;
};

export type Draft = { content: proto.IMessage; edit?: number };

const SENT_KEPT = 1000;
const STEPS: Progress[] = ['delivered', 'read', 'played'];

/** Keeps a message, to send it again when asked and to note who has read it. */
export function remember(phone: Phone, id: string, chat: Chat, { content, edit }: Draft): SentMessage {
  const message: SentMessage = { chat, content, edit, timestamp: now(), receipts: new Map() };
  phone.sent.set(id, message);
  const [oldest] = phone.sent.keys();
  if (phone.sent.size > SENT_KEPT && oldest !== undefined) phone.sent.delete(oldest);
  return message;
}

/** Notes a receipt for what the phone has sent. */
export function noteReceipt(phone: Phone, receipt: BinaryNode): void {
  const { from, participant, type } = receipt.attrs;
  const reader = accountOf(phone.network, participant ?? from);
  const step = STEPS.find((known) => known === (type ?? 'delivered'));
  if (!reader || !step || reader === phone.account) return;
  for (const id of receiptIds(receipt)) {
    const receipts = phone.sent.get(id)?.receipts;
    const before = receipts?.get(reader.number);
    if (!before || STEPS.indexOf(step) > STEPS.indexOf(before)) receipts?.set(reader.number, step);
  }
}

/** A sent message as the phone's user sees it. */
export function describeSent([id, { chat, content, timestamp, receipts }]: [string, SentMessage]) {
  const inner = unwrap(content);
  return {
    id,
    chat: chat.jid,
    type: kindOf(inner) ?? 'protocol',
    text: textIn(inner),
    content: contentJson(content),
    timestamp,
    receipts: Object.fromEntries(receipts),
  };
}
