import { jidDecode } from '@whiskeysockets/baileys';
import type { Account, Device } from '../accounts/account.ts';

/** People are addressed by phone number (`…@s.whatsapp.net`) or by an opaque LID (`…@lid`). */
export type Addressing = 'pn' | 'lid';

/** The server's own JID. Clients compare it literally, with its empty user. */
export const SERVER = '@s.whatsapp.net';

const HOSTS = { pn: 's.whatsapp.net', lid: 'lid' } as const;

/** Takes a user or device JID apart; undefined for groups, broadcasts, the server and anything malformed. */
export function parseJid(
  jid: string | undefined,
): { user: string; device: number; addressing: Addressing } | undefined {
  const decoded = jidDecode(jid);
  if (!decoded?.user) return undefined;
  const addressing =
    decoded.server === 'lid' ? 'lid' : decoded.server === 's.whatsapp.net' ? 'pn' : undefined;
  return addressing && { user: decoded.user, device: decoded.device ?? 0, addressing };
}

export function addressingOf(jid: string | undefined): Addressing {
  return parseJid(jid)?.addressing ?? 'pn';
}

/** JID of an account, without a device. */
export function accountJid(account: Account, addressing: Addressing = 'pn'): string {
  return `${addressing === 'lid' ? account.lid : account.number}@${HOSTS[addressing]}`;
}

/** JID of one device. Device 0, the phone, is written without a device part. */
export function deviceJid(device: Device, addressing: Addressing = 'pn'): string {
  const user = addressing === 'lid' ? device.account.lid : device.account.number;
  return `${user}${device.id === 0 ? '' : `:${device.id}`}@${HOSTS[addressing]}`;
}

/** The other name of the same account: what a stanza carries beside the one it is addressed by. */
export function otherAddressing(addressing: Addressing): Addressing {
  return addressing === 'lid' ? 'pn' : 'lid';
}

/** The chat in which everybody's status messages appear. */
export const STATUS = 'status@broadcast';

export function isGroupJid(jid: string | undefined): boolean {
  return jid?.endsWith('@g.us') ?? false;
}

/** Names a device and its account's other name, as stanzas from a group or a broadcast list do. */
export function participantNames(device: Device, addressing: Addressing) {
  const alternative = accountJid(device.account, otherAddressing(addressing));
  return {
    participant: deviceJid(device, addressing),
    [addressing === 'lid' ? 'participant_pn' : 'participant_lid']: alternative,
  };
}
