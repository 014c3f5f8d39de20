import { normalizeMessageContent, proto, type WAMessage } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import { insertMessages } from '../../store/message-insert.ts';
import type { JsonObject } from '../../store/schema.ts';
import { identified } from '../identity.ts';
import { toNewMessage, toRecord } from '../translate/message.ts';
import { statusName } from '../translate/status.ts';
import { hasContent } from './message.ts';
import { ifAny, isIgnored, type Scene } from './scene.ts';

/** Messages of the past. Those that were not there before are told, with `extra` beside them. */
export async function recordPastMessages(
  scene: Scene,
  messages: WAMessage[],
  extra: JsonObject,
): Promise<NewEvent[]> {
  const { tx, instanceId, me } = scene;
  const rows = messages
    .map(asEdited)
    .filter((message) => message.message && hasContent(message) && !isChange(message))
    .filter(({ key }) => key?.id && !isIgnored(scene, key.remoteJid ?? ''))
    .map((message) => {
      const own = message.key.fromMe ?? false;
      const status = statusName(message.status) ?? (own ? 'SERVER_ACK' : 'DELIVERY_ACK');
      return toNewMessage(withAuthor(message), {
        ...{ instanceId, status },
        pushName: (own ? me?.name : message.pushName) ?? null,
      });
    });
  if (rows.length === 0) return [];
  const written = await insertMessages(tx, await identified(tx, instanceId, rows));
  return ifAny(written.map(toRecord), (data) => ({ type: 'messages.set', data, extra }));
}

/** An edited message is in the history as its edit, with the whole new content: there is no other. */
function asEdited(message: WAMessage): WAMessage {
  const { type, key, editedMessage } = protocolOf(message) ?? {};
  if (type !== proto.Message.ProtocolMessage.Type.MESSAGE_EDIT || !key?.id || !editedMessage) return message;
  return { ...message, key: { ...message.key, id: key.id }, message: editedMessage } as WAMessage;
}

/** What else changed a message says nothing more: the history has each one as it stands. */
const isChange = (message: WAMessage): boolean => protocolOf(message) !== undefined;

const protocolOf = ({ message }: WAMessage) => normalizeMessageContent(message)?.protocolMessage ?? undefined;

/** Beside the key, where the phone puts the author of what was said in a group. */
function withAuthor(message: WAMessage): WAMessage {
  const participant = message.key.participant ?? message.participant;
  return participant ? ({ ...message, key: { ...message.key, participant } } as WAMessage) : message;
}
