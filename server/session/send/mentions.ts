import {
  getContentType,
  normalizeMessageContent,
  type proto,
  type WAMessageContent,
} from '@whiskeysockets/baileys';

/** The content with the JIDs named in it, in the part that is shown. A reaction names nobody. */
export function withMentions(content: WAMessageContent, jids: string[]): WAMessageContent {
  const shown = normalizeMessageContent(content);
  const type = getContentType(shown);
  const part = shown && type && (shown[type] as { contextInfo?: proto.IContextInfo | null } | string);
  if (jids.length > 0 && typeof part === 'object')
    part.contextInfo = { ...part.contextInfo, mentionedJid: jids };
  return content;
}
