import { proto } from '@whiskeysockets/baileys';
import { badRequest, HttpError } from '../../errors.ts';
import type { MessageRecord, UpdateMessageBody } from '../../generated/index.ts';
import { findMessageByKey, findMessageProto } from '../../store/messages.ts';
import type { MessageRecord as StoredMessage } from '../../store/schema.ts';
import type { Actor } from '../actor.ts';
import { ask } from '../ask.ts';
import { recordEdit } from '../inbound/message-change.ts';
import type { Link } from '../link.ts';
import { shownJid } from '../people.ts';
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
    const editedMessage = newContent(await contentOf(actor, row), body.text);
    const timestampMs = Date.now();
    const key = { id: row.key_id, fromMe: true, remoteJid: row.remote_jid };
    const type = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
    const edit = { key, type, editedMessage, timestampMs };
    const sent = await relayChange(actor, link, row.remote_jid, edit, CHANGE.edit);
    await tellEdit(actor, row, editedMessage, timestampMs);
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

function tellEdit(
  { deps, owner }: Actor,
  row: StoredMessage,
  editedMessage: proto.IMessage,
  timestampMs: number,
): Promise<void> {
  return deps.record(owner.id, async (tx) => {
    const data = await recordEdit({ tx, instanceId: owner.id }, row, editedMessage, timestampMs);
    return { result: undefined, events: data ? [{ type: 'send.message.update', data }] : [] };
  });
}
