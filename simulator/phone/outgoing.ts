import { generateMessageIDV2, type proto } from '@whiskeysockets/baileys';
import { type Device, devicesOf } from '../accounts/account.ts';
import { Problem } from '../problem.ts';
import { routeMessage } from '../stanzas/messages.ts';
import { accountJid, deviceJid } from '../wire/jids.ts';
import { type BinaryNode, node } from '../wire/nodes.ts';
import type { Chat } from './chat.ts';
import { kindOf, unwrap } from './content.ts';
import { mediaIn } from './media.ts';
import type { Phone } from './phone.ts';
import { encryptShared } from './sender-keys.ts';
import { type Draft, remember, type SentMessage } from './sent.ts';
import { encryptFor } from './signal.ts';

/** What kind of message a stanza says it is, and what else it tells the server. */
function announce(content: proto.IMessage): { type: string; meta: BinaryNode[] } {
  const inner = unwrap(content);
  const kind = kindOf(inner);
  if (kind === 'poll') return { type: 'poll', meta: [node('meta', { polltype: 'creation' })] };
  if (kind === 'pollVote') return { type: 'poll', meta: [node('meta', { polltype: 'vote' })] };
  if (kind === 'reaction') return { type: 'reaction', meta: [] };
  return { type: mediaIn(inner) || kind === 'contact' ? 'media' : 'text', meta: [] };
}

/** The account's own devices are told in which chat the message was sent. */
export function contentFor(phone: Phone, device: Device, { chat, content }: SentMessage): proto.IMessage {
  if (device.account !== phone.account || chat.kind !== 'person') return content;
  const { messageContextInfo } = content;
  const deviceSentMessage = { destinationJid: chat.jid, message: content };
  return { deviceSentMessage, ...(messageContextInfo && { messageContextInfo }) };
}

/** A message to one person is encrypted for each device of that person and of the sender. */
async function encryptPersonal(phone: Phone, message: SentMessage, chat: Chat & { kind: 'person' }) {
  const devices = new Set([...devicesOf(chat.person), ...devicesOf(phone.account)]);
  devices.delete(phone);
  const copies: BinaryNode[] = [];
  for (const device of devices) {
    const jid = deviceJid(device, chat.addressing);
    const content = contentFor(phone, device, message);
    copies.push(node('to', { jid }, [await encryptFor(phone.network, phone.signal(), jid, content)]));
  }
  return [node('participants', {}, copies)];
}

/**
 * Sends a message from the phone to everybody in the chat, and to its own companions.
 * @returns the message's id
 * @throws Problem 403 when the phone may not write in the group
 */
export function sendMessage(phone: Phone, chat: Chat, draft: Draft): Promise<string> {
  return phone.run(async () => {
    const id = generateMessageIDV2(accountJid(phone.account));
    const message = remember(phone, id, chat, draft);
    const ciphertexts =
      chat.kind === 'person'
        ? await encryptPersonal(phone, message, chat)
        : await encryptShared(phone, message, chat);
    const { type, meta } = announce(draft.content);
    const attributes = { to: chat.jid, id, type, edit: draft.edit };
    const refusal = routeMessage(
      phone.network,
      phone,
      node('message', attributes, [...ciphertexts, ...meta]),
    );
    if (refusal === undefined) return id;
    phone.sent.delete(id);
    throw new Problem(refusal, `to: ${phone.account.number} may not write to ${chat.jid}`);
  });
}
