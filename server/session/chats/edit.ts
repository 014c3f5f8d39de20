import { proto } from '@whiskeysockets/baileys';
import { badRequest, HttpError } from '../../errors.ts';
import type { MessageRecord, UpdateMessageBody } from '../../generated/index.ts';
import { editMessage as editStored } from '../../store/message-status.ts';
import { findMessageByKey, findMessageProto } from '../../store/messages.ts';
import type { MessageRecord as StoredMessage } from '../../store/schema.ts';
import type { Actor } from '../actor.ts';
import { ask } from '../ask.ts';
import type { Link } from '../link.ts';
import { shownJid } from '../people.ts';
import { toContent } from '../translate/content.ts';
import { applyEdit } from '../translate/edit.ts';
import { toEditData } from '../translate/update.ts';
import { CHANGE, relayChange, toSentRecord } from './protocol-message.ts';

/** WhatsApp's applications do not show an edit of an older message. */
const EDITABLE_MS = 15 * 60 * 1000;

/**
 * Changes the text or the caption of a message that this account sent. Gives the message that does it.
 *
 * @throws HttpError 400 when it cannot be edited (any more), 404 when it is not stored here
 */
export function editMessage(actor: Actor, body: UpdateMessageBody): Promise<MessageRecord> {
  return ask(actor, 'Error updating message', async (link) => {
    const row = await editable(actor, link, body);
    const original = await contentOf(actor, row);
    const editedMessage = newContent(original, body.text);
    const timestampMs = Date.now();
    const key = { id: row.key_id, fromMe: true, remoteJid: row.remote_jid };
    const type = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
    const edit = { key, type, editedMessage, timestampMs };
    const sent = await relayChange(link, row.remote_jid, edit, CHANGE.edit);
    await recordEdit(actor, row, original, editedMessage, timestampMs);
    return toSentRecord(actor, link, sent);
  });
}

async function editable(
  { deps, owner, recipients }: Actor,
  { socket }: Link,
  { number, key: { id, fromMe } }: UpdateMessageBody,
): Promise<StoredMessage> {
  const remoteJid = await shownJid(deps.db, owner.id, await recipients(socket, number));
  const row = await findMessageByKey(deps.db, owner.id, { id, fromMe, remoteJid });
  if (!row) {
    const elsewhere = await findMessageByKey(deps.db, owner.id, { id, fromMe });
    throw elsewhere ? badRequest('RemoteJid does not match') : new HttpError(404, ['Message not found']);
  }
  if (row.from_me === 0) throw badRequest('Message not compatible', 'Only its author can edit it');
  if (row.status === 'DELETED') throw badRequest('Message not compatible', 'It was deleted');
  if (Date.now() - row.message_timestamp * 1000 > EDITABLE_MS) {
    throw badRequest('Message is older than 15 minutes');
  }
  return row;
}

async function contentOf({ deps, owner }: Actor, row: StoredMessage): Promise<proto.Message> {
  const { key_id: id, remote_jid: remoteJid } = row;
  const bytes = await findMessageProto(deps.db, owner.id, { id, remoteJid, fromMe: true });
  if (!bytes) throw new HttpError(404, ['Message not found', 'Its content is not stored']);
  return proto.Message.decode(bytes);
}

/** Media are sent along with their new caption, as WhatsApp's applications do. */
function newContent(original: proto.IMessage, text: string): proto.IMessage {
  const { conversation, extendedTextMessage, imageMessage, videoMessage } = original;
  if (conversation || extendedTextMessage) return { conversation: text };
  if (imageMessage) return { imageMessage: { ...imageMessage, caption: text } };
  if (videoMessage) return { videoMessage: { ...videoMessage, caption: text } };
  throw badRequest('Message not compatible', 'Only texts and captions of pictures and videos can be edited');
}

function recordEdit(
  { deps, owner }: Actor,
  row: StoredMessage,
  original: proto.IMessage,
  editedMessage: proto.IMessage,
  edited_at: number,
): Promise<void> {
  const edited = applyEdit(original, editedMessage);
  const { message, contextInfo } = toContent(edited);
  const bytes = proto.Message.encode(proto.Message.fromObject(edited)).finish();
  const data = toEditData(row, toContent(editedMessage).message, edited_at);
  return deps.record(owner.id, async (tx) => {
    await editStored(tx, row.id, { message, context_info: contextInfo, proto: bytes, edited_at });
    return { result: undefined, events: [{ type: 'send.message.update', data }] };
  });
}
