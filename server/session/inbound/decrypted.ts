import {
  cleanMessage,
  decodeMessageNode,
  proto,
  unpadRandomMax16,
  type WAMessage,
} from '@whiskeysockets/baileys';
import type { InboundOptions } from './scene.ts';

/** The message whose ciphertext has just been opened; none for what a phone tells its own devices. */
export function decryptedMessage(options: InboundOptions): WAMessage | undefined {
  return isPeer(options) ? undefined : openedMessage(options);
}

/** What a phone tells its own devices, where that has just been opened. */
export function decryptedOrder(options: InboundOptions): WAMessage | undefined {
  return isPeer(options) ? openedMessage(options) : undefined;
}

const isPeer = ({ currentDecryption }: InboundOptions): boolean =>
  currentDecryption()?.stanza.attrs.category === 'peer';

function openedMessage({ currentDecryption, creds }: InboundOptions): WAMessage | undefined {
  const { stanza, plaintext } = currentDecryption() ?? {};
  const me = creds().me;
  if (!stanza || !plaintext || !me) return undefined;
  const { fullMessage } = decodeMessageNode(stanza, me.id, me.lid ?? '');
  const content = proto.Message.decode(unpadRandomMax16(plaintext));
  const message = { ...fullMessage, message: content.deviceSentMessage?.message ?? content } as WAMessage;
  cleanMessage(message, me.id, me.lid ?? '');
  return message;
}
