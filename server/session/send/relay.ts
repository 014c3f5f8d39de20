import type { BinaryNode, WAMessageContent } from '@whiskeysockets/baileys';
import type { Link } from '../link.ts';

/** A message that is recorded, as it is handed to WhatsApp. */
export interface Parcel {
  id: string;
  /** Where it goes, as WhatsApp knows it. */
  jid: string;
  content: WAMessageContent;
  /** What it does to another message, if it is no message of its own. */
  edit?: string | undefined;
  /** What WhatsApp's servers are told beside the content. */
  nodes?: BinaryNode[] | undefined;
  /** Who sees it, of a status. */
  audience?: string[] | undefined;
}

/** Encrypts a message and hands it to WhatsApp; the same one may go to several audiences. */
export async function relay(
  { socket, confirmations }: Link,
  { id, jid, content, edit, nodes }: Parcel,
  audience: string[] | undefined,
): Promise<void> {
  confirmations.expect(id);
  await socket.relayMessage(jid, content, {
    messageId: id,
    ...(edit && { additionalAttributes: { edit } }),
    ...(nodes && { additionalNodes: nodes }),
    ...(audience && { statusJidList: audience }),
  });
}

/** Of Baileys, not of HTTP: the connection was closed, or was lost. */
const LOST = [408, 428];

/** Whether it failed for want of a connection: nobody has refused it then, and it may even have left. */
export function isInterrupted(error: unknown, { socket }: Link): boolean {
  const { output } = (error ?? {}) as { output?: { statusCode?: number } };
  return !socket.ws.isOpen || LOST.includes(output?.statusCode ?? 0);
}

/** Whose devices are looked up and encrypted for at a time: about a second's work. */
const BATCH = 50;

/** A status goes to a part of its audience at a time, so that a thousand contacts keep nobody waiting. */
export function partsOf({ audience }: Parcel): (string[] | undefined)[] {
  if (!audience) return [undefined];
  return Array.from({ length: Math.ceil(audience.length / BATCH) }, (_, index) =>
    audience.slice(index * BATCH, (index + 1) * BATCH),
  );
}
