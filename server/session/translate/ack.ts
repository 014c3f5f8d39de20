import { type BinaryNode, proto, type WAMessageUpdate } from '@whiskeysockets/baileys';

/**
 * WhatsApp's word that it has taken a message, as the update that Baileys does not make of it
 * (whatsapp-protocol 4.4). Of a refusal Baileys makes one itself.
 */
export function updatesOfAck({ attrs }: BinaryNode): WAMessageUpdate[] {
  if (attrs.error || !attrs.id) return [];
  const key = { id: attrs.id, fromMe: true, ...(attrs.from && { remoteJid: attrs.from }) };
  return [{ key, update: { status: proto.WebMessageInfo.Status.SERVER_ACK } }];
}
