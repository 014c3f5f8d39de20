import { encodeWAMessage, type proto } from '@whiskeysockets/baileys';
import { type Device, devicesOf } from '../accounts/account.ts';
import { memberDevices } from '../groups/group.ts';
import { accountJid, deviceJid } from '../wire/jids.ts';
import { type BinaryNode, node } from '../wire/nodes.ts';
import type { Chat } from './chat.ts';
import type { Phone } from './phone.ts';
import type { SentMessage } from './sent.ts';
import { encryptFor } from './signal.ts';

/** A chat in which a message is encrypted once for all, with a key that each reader is given before. */
export type SharedChat = Exclude<Chat, { kind: 'person' }>;

function readersOf(phone: Phone, chat: SharedChat): Device[] {
  const devices =
    chat.kind === 'group' ? memberDevices(chat.group) : [phone.account, ...chat.audience].flatMap(devicesOf);
  return [...new Set(devices)].filter((device) => device !== phone);
}

/** JIDs of devices that have the key. Status messages carry it each time, for their audience changes. */
function holdersOf(phone: Phone, chat: SharedChat): Set<string> {
  if (chat.kind === 'status') return new Set();
  const holders = phone.keyHolders.get(chat.jid) ?? new Set();
  phone.keyHolders.set(chat.jid, holders);
  return holders;
}

function keyMessage(groupId: string, key: Uint8Array): proto.IMessage {
  return { senderKeyDistributionMessage: { groupId, axolotlSenderKeyDistributionMessage: key } };
}

/** Encrypts a message once, and the key to it for each device that lacks it. */
export async function encryptShared(phone: Phone, { content }: SentMessage, chat: SharedChat) {
  const { network } = phone;
  const signal = phone.signal();
  const { ciphertext, senderKeyDistributionMessage } = await signal.repository.encryptGroupMessage({
    group: chat.jid,
    meId: accountJid(phone.account, chat.addressing),
    data: encodeWAMessage(content),
  });
  const holders = holdersOf(phone, chat);
  const copies: BinaryNode[] = [];
  for (const device of readersOf(phone, chat)) {
    const jid = deviceJid(device, chat.addressing);
    if (holders.has(jid)) continue;
    holders.add(jid);
    const key = keyMessage(chat.jid, senderKeyDistributionMessage);
    copies.push(node('to', { jid }, [await encryptFor(network, signal, jid, key)]));
  }
  const shared = node('enc', { v: 2, type: 'skmsg' }, ciphertext);
  return copies.length === 0 ? [shared] : [node('participants', {}, copies), shared];
}

/** The key to a chat, to go along with a message that a device could not decrypt. */
export async function keyTo(phone: Phone, chat: SharedChat): Promise<proto.IMessage> {
  const key = await phone.signal().repository.getSenderKeyDistributionMessage({
    group: chat.jid,
    meId: accountJid(phone.account, chat.addressing),
  });
  return keyMessage(chat.jid, key);
}
