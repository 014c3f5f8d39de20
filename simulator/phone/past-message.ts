import { proto } from '@whiskeysockets/baileys';
import { type Account, createAccount } from '../accounts/account.ts';
import type { Group } from '../groups/group.ts';
import type { Network } from '../network.ts';
import { accountJid } from '../wire/jids.ts';
import { now, stanzaId } from '../wire/nodes.ts';

/** Seconds since 1970 in `timestamp`. `by` is the author's number, in groups. */
export type PastMessage = {
  id?: string;
  text: string;
  fromMe?: boolean;
  timestamp?: number;
  by?: string;
  /** The text is what it was changed to. */
  edited?: boolean;
};

/** Newest first: an array, or something that makes them up when they are asked for. */
export type PastMessages = {
  readonly length: number;
  slice(start: number, end: number): proto.IWebMessageInfo[];
};

const { READ } = proto.WebMessageInfo.Status;
const MINUTE = 60;

/** The account of a number, which is made if there is none. */
export function accountFor(network: Network, number: string, name = `User ${number}`): Account {
  return network.accounts.get(number) ?? createAccount(network, number, name, false);
}

/** Phones keep an edited message as its edit. */
function editOf(id: string, editedMessage: proto.IMessage): proto.IMessage {
  const type = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
  return { editedMessage: { message: { protocolMessage: { type, key: { id }, editedMessage } } } };
}

/** A message as a phone keeps it. */
export function webMessage(
  network: Network,
  jid: string,
  group: Group | undefined,
  partner: Account | undefined,
  message: PastMessage,
): proto.IWebMessageInfo {
  const { id = `3EB0${stanzaId()}`, text, fromMe = false, timestamp = now(), by, edited } = message;
  const author = by === undefined ? partner : accountFor(network, by);
  const participant = group && author && !fromMe ? { participant: accountJid(author, group.addressing) } : {};
  return {
    key: { remoteJid: jid, fromMe, id, ...participant },
    message: edited ? editOf(id, { conversation: text }) : { conversation: text },
    messageTimestamp: timestamp,
    ...participant,
    ...(fromMe ? { status: READ } : author && { pushName: author.name }),
  };
}

/** So many messages, to and fro, one a minute until `end`. They are the same whenever they are asked for, and none
 * of another phone: two that were made in the same second would share them else. */
export function smallTalk(
  network: Network,
  partner: Account,
  jid: string,
  count: number,
  end: number,
): PastMessages {
  const talk = stanzaId();
  const message = (index: number) =>
    webMessage(network, jid, undefined, partner, {
      id: `3EB0${talk}${index}`,
      text: `message ${count - index} of ${count}`,
      fromMe: (count - index) % 2 === 0,
      timestamp: end - (index + 1) * MINUTE,
    });
  return {
    length: count,
    slice: (start, to) =>
      Array.from({ length: Math.max(0, Math.min(to, count) - start) }, (_, n) => message(start + n)),
  };
}
