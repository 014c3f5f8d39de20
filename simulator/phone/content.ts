import { getContentType, normalizeMessageContent, proto } from '@whiskeysockets/baileys';

const { REVOKE, MESSAGE_EDIT, EPHEMERAL_SETTING } = proto.Message.ProtocolMessage.Type;

/** Kinds that are not simply the protocol's name without `Message`. */
const KINDS: Record<string, string> = {
  conversation: 'text',
  extendedTextMessage: 'text',
  contactsArrayMessage: 'contacts',
  pollCreationMessage: 'poll',
  pollCreationMessageV2: 'poll',
  pollCreationMessageV3: 'poll',
  pollUpdateMessage: 'pollVote',
};

const PROTOCOL_KINDS = new Map<unknown, string>([
  [REVOKE, 'delete'],
  [MESSAGE_EDIT, 'edit'],
  [EPHEMERAL_SETTING, 'disappearing'],
]);

/** A message without its wrappers: disappearing, view once, document with caption, edited. */
export function unwrap(raw: proto.IMessage | null | undefined): proto.IMessage {
  return normalizeMessageContent(raw) ?? {};
}

/** `text`, `image`, `poll`, `edit`, …; undefined for what is no message to its reader, such as a key. */
export function kindOf(content: proto.IMessage): string | undefined {
  const key = getContentType(content);
  if (key === undefined) return undefined;
  if (content.protocolMessage) return PROTOCOL_KINDS.get(content.protocolMessage.type) ?? 'protocol';
  return KINDS[key] ?? key.replace(/Message(V\d+)?$/, '');
}

function pollIn(content: proto.IMessage) {
  return content.pollCreationMessage ?? content.pollCreationMessageV2 ?? content.pollCreationMessageV3;
}

/** Text, caption, emoji of a reaction, question of a poll, or the new text of an edit; null without any. */
export function textIn(content: proto.IMessage): string | null {
  const { conversation, extendedTextMessage, reactionMessage, protocolMessage } = content;
  const captioned =
    content.imageMessage ?? content.videoMessage ?? content.ptvMessage ?? content.documentMessage;
  const edited = protocolMessage?.editedMessage;
  const text = conversation || extendedTextMessage?.text || captioned?.caption || reactionMessage?.text;
  return text || pollIn(content)?.name || (edited ? textIn(unwrap(edited)) : null);
}

/** The whole message as JSON: bytes in base64, 64-bit integers as decimal strings, enums by name. */
export function contentJson(raw: proto.IMessage): object {
  const { senderKeyDistributionMessage: _key, ...content } = proto.Message.create(raw).toJSON();
  return content;
}
