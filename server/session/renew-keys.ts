import type { WASocket } from '@whiskeysockets/baileys';
import type { Logger } from '../logger.ts';

/**
 * Baileys heals one sender at a time: its second request for a message brings new keys along, by which the
 * sender begins a new Signal session. Where one message after another fails, WhatsApp may still be handing out
 * keys that this device does not have any more, so that each new sender begins with a failure: it gets the
 * identity and the signed pre-key once more, with new pre-keys.
 */
export function renewKeys(socket: WASocket, logger: Logger): void {
  logger.warn('many messages in a row cannot be decrypted: new pre-keys are uploaded');
  socket.uploadPreKeys().catch((error) => logger.error({ err: error }, 'pre-keys not uploaded'));
}
