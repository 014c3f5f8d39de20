import { Problem } from '../problem.ts';
import type { InboxEntry } from './inbox.ts';
import { sendReceipt } from './incoming.ts';
import type { Phone } from './phone.ts';

/** The received messages among `ids`, or all. @throws Problem 404 when one was not received */
function receivedAmong(phone: Phone, ids: string[] | undefined): InboxEntry[] {
  const received = [...phone.inbox.values()].filter(({ message }) => !message.fromMe);
  if (!ids) return received;
  return ids.map((id) => {
    const entry = received.find(({ message }) => message.id === id);
    if (!entry) throw new Problem(404, `no message ${id} was received`);
    return entry;
  });
}

/** Where the account keeps to itself what it reads, only its own other devices hear of it. */
const readType = ({ account }: Phone): string =>
  account.privacy.get('readreceipts') === 'none' ? 'read-self' : 'read';

/**
 * Marks received messages as read and says so to their senders, if the account's privacy settings let it.
 * @param ids only these messages; all of them when left out
 * @returns how many were unread
 * @throws Problem 404 when one of them is not a received message
 */
export function markRead(phone: Phone, ids?: string[]): number {
  const unread = receivedAmong(phone, ids).filter((entry) => !entry.read);
  for (const entry of unread) {
    entry.read = true;
    sendReceipt(phone, entry.stanza, readType(phone));
  }
  return unread.length;
}

/** Says to the senders that voice notes or videos were played. @throws Problem 404 */
export function markPlayed(phone: Phone, ids?: string[]): void {
  for (const { stanza } of receivedAmong(phone, ids)) sendReceipt(phone, stanza, 'played');
}
