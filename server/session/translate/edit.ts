import { proto } from '@whiskeysockets/baileys';

type Content = proto.IMessage;

/** The content that an edit leaves behind: a text is replaced, media keep what the edit does not mention. */
export function applyEdit(original: Content, edit: Content): Content {
  const text = edit.extendedTextMessage?.text ?? edit.conversation;
  if (text != null) return withText(original, text);
  const edited = Object.entries(proto.Message.toObject(proto.Message.fromObject(edit)))
    .filter(([name]) => name.endsWith('Message'))
    .map(([name, value]) => [name, { ...(original[name as keyof Content] as object), ...value }]);
  return edited.length > 0 ? { ...original, ...Object.fromEntries(edited) } : original;
}

function withText(original: Content, text: string): Content {
  if (original.extendedTextMessage) {
    return { ...original, extendedTextMessage: { ...original.extendedTextMessage, text } };
  }
  for (const kind of ['imageMessage', 'videoMessage', 'documentMessage'] as const) {
    if (original[kind]) return { ...original, [kind]: { ...original[kind], caption: text } };
  }
  return { ...original, conversation: text };
}
