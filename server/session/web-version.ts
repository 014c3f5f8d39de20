import { DEFAULT_CONNECTION_CONFIG } from '@whiskeysockets/baileys';

export type WebVersion = [number, number, number];

/** The version of WhatsApp Web that sessions claim to be: the configured one, or the one Baileys ships with. */
export const whatsAppWebVersion = (configured: WebVersion | undefined): string =>
  (configured ?? DEFAULT_CONNECTION_CONFIG.version).join('.');
