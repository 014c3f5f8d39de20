import { proto } from '@whiskeysockets/baileys';
import { Problem } from '../../problem.ts';
import type { Chat } from '../chat.ts';
import type { Phone } from '../phone.ts';
import { referenceTo } from '../references.ts';
import type { Draft } from '../sent.ts';

const { REVOKE, MESSAGE_EDIT } = proto.Message.ProtocolMessage.Type;

/** The stanza's `edit` attribute: an edit, a deletion by the author, a deletion by a group's admin. */
const EDIT = 1;
const DELETE = 7;
const DELETE_AS_ADMIN = 8;

/** An empty text takes the reaction back. */
export function composeReaction(phone: Phone, { id, text }: { id: string; text: string }): Draft {
  const { key } = referenceTo(phone, 'reaction.id', id);
  return { content: { reactionMessage: { key, text, senderTimestampMs: Date.now() } } };
}

/** New text for a message of the phone's own account. */
export function composeEdit(phone: Phone, { id, text }: { id: string; text: string }): Draft {
  const { key } = referenceTo(phone, 'edit.id', id);
  if (!key.fromMe) throw new Problem(400, `edit.id: ${id} is not the phone's own message`);
  const editedMessage = { conversation: text };
  const protocolMessage = { key, type: MESSAGE_EDIT, editedMessage, timestampMs: Date.now() };
  return { content: { editedMessage: { message: { protocolMessage } } }, edit: EDIT };
}

/** Deletes for everyone: an own message or, in groups, as an admin, somebody else's. */
export function composeDeletion(phone: Phone, { id }: { id: string }, chat: Chat): Draft {
  const { key } = referenceTo(phone, 'delete.id', id);
  if (!key.fromMe && chat.kind !== 'group')
    throw new Problem(400, `delete.id: ${id} is not the phone's own message`);
  const edit = key.fromMe ? DELETE : DELETE_AS_ADMIN;
  return { content: { protocolMessage: { key, type: REVOKE } }, edit };
}
