import type { WASocket } from '@whiskeysockets/baileys';
import { refusalCode } from '../ask.ts';

/** Where the picture of a person or a group is; null where there is none, or it is hidden from the account. */
export async function pictureUrl(socket: WASocket, jid: string): Promise<string | null> {
  try {
    return (await socket.profilePictureUrl(jid, 'image')) ?? null;
  } catch (error) {
    if (refusalCode(error) === undefined) throw error;
    return null;
  }
}
