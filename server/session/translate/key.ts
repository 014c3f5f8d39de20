import type { WAMessageKey } from '@whiskeysockets/baileys';
import type { AddressingMode, MessageKey } from '../../generated/index.ts';
import { isLid, withoutDevice } from './jid.ts';

/**
 * The key with the phone's JID first wherever it is known and the LID beside it: callers answer to `remoteJid`,
 * and a LID is a name that only WhatsApp understands (wire-contract 1.4).
 */
export function toKey(key: WAMessageKey): MessageKey {
  const [remoteJid, remoteJidAlt] = phoneFirst(key.remoteJid, key.remoteJidAlt);
  const [participant, participantAlt] = phoneFirst(key.participant, key.participantAlt);
  return {
    id: key.id ?? '',
    fromMe: key.fromMe ?? false,
    remoteJid: remoteJid ?? '',
    ...(remoteJidAlt && { remoteJidAlt }),
    ...(participant && { participant }),
    ...(participantAlt && { participantAlt }),
    ...(key.addressingMode && { addressingMode: key.addressingMode as AddressingMode }),
  };
}

type Jid = string | null | undefined;

function phoneFirst(jid: Jid, alt: Jid): [string | undefined, string | undefined] {
  const first = jid ? withoutDevice(jid) : undefined;
  const second = alt ? withoutDevice(alt) : undefined;
  return first && second && isLid(first) ? [second, first] : [first, second];
}
