import { generateMessageIDV2, type proto } from '@whiskeysockets/baileys';
import { type Account, type Device, devicesOf } from '../accounts/account.ts';
import { accountOf } from '../network.ts';
import { routeMessage } from '../stanzas/messages.ts';
import { type Addressing, accountJid, deviceJid } from '../wire/jids.ts';
import { type BinaryNode, child, node } from '../wire/nodes.ts';
import type { Phone } from './phone.ts';
import { encryptFor, startSession } from './signal.ts';

export type SentMessage = { readonly chat: string; readonly content: proto.IMessage };

const SENT_KEPT = 1000;

/** What one device gets: the account's own devices are told in which chat the message was sent. */
function contentFor(
  phone: Phone,
  account: Account | undefined,
  { chat, content }: SentMessage,
): proto.IMessage {
  return account === phone.account
    ? { deviceSentMessage: { destinationJid: chat, message: content } }
    : content;
}

function remember(phone: Phone, id: string, message: SentMessage): void {
  phone.sent.set(id, message);
  const [oldest] = phone.sent.keys();
  if (phone.sent.size > SENT_KEPT && oldest !== undefined) phone.sent.delete(oldest);
}

async function encryptCopy(phone: Phone, device: Device, mode: Addressing, message: SentMessage) {
  const jid = deviceJid(device, mode);
  const content = contentFor(phone, device.account, message);
  return node('to', { jid }, [await encryptFor(phone.network, phone.signal(), jid, content)]);
}

/**
 * Sends a message from the phone to all devices of `recipient` and to its own companions.
 * @param mode by which of its names the recipient is addressed
 * @returns the message's id
 */
export function sendMessage(
  phone: Phone,
  recipient: Account,
  mode: Addressing,
  content: proto.IMessage,
): Promise<string> {
  return phone.run(async () => {
    const message = { chat: accountJid(recipient, mode), content };
    const id = generateMessageIDV2(accountJid(phone.account));
    remember(phone, id, message);
    const devices = new Set([...devicesOf(recipient), ...devicesOf(phone.account)]);
    devices.delete(phone);
    const copies: BinaryNode[] = [];
    for (const device of devices) copies.push(await encryptCopy(phone, device, mode, message));
    const participants = node('participants', {}, copies);
    routeMessage(
      phone.network,
      phone,
      node('message', { to: message.chat, id, type: 'text' }, [participants]),
    );
    return id;
  });
}

/** A device could not decrypt a message: encrypts it for that device again, in a new session. */
export async function resend(phone: Phone, receipt: BinaryNode): Promise<void> {
  const { id = '', from = '' } = receipt.attrs;
  const message = phone.sent.get(id);
  if (!message) return;
  const account = accountOf(phone.network, from);
  await startSession(phone.network, phone.signal(), from);
  const ciphertext = await encryptFor(
    phone.network,
    phone.signal(),
    from,
    contentFor(phone, account, message),
  );
  const count = child(receipt, 'retry')?.attrs.count ?? '1';
  const numbered = { ...ciphertext, attrs: { ...ciphertext.attrs, count } };
  const recipient = account === phone.account ? message.chat : undefined;
  routeMessage(phone.network, phone, node('message', { to: from, recipient, id, type: 'text' }, [numbered]));
}
