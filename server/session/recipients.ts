import type { WASocket } from '@whiskeysockets/baileys';
import { notOnWhatsApp } from '../errors.ts';
import type { Numbers } from './numbers.ts';
import { isLid, isUser, toJid, withoutDevice } from './translate/jid.ts';

/** Finds the JID under which WhatsApp knows a number; groups, LIDs and other JIDs are taken as they are. */
export type Recipients = (socket: WASocket, input: string) => Promise<string>;

/** @throws HttpError 400 with the contract's row where WhatsApp does not know the number */
export function createRecipients(numbers: Numbers): Recipients {
  return async (socket, input) => {
    const jid = toJid(input);
    if (isLid(jid)) return phoneJid(socket, jid);
    if (!isUser(jid)) return jid;
    const found = (await numbers.find(socket, [jid])).get(jid);
    if (!found) throw notOnWhatsApp({ jid, exists: false, number: input });
    return found;
  };
}

/** A person has one chat here, under the phone number wherever it is known. */
async function phoneJid(socket: WASocket, lid: string): Promise<string> {
  const phone = await socket.signalRepository.lidMapping.getPNForLID(lid);
  return phone ? withoutDevice(phone) : lid;
}
