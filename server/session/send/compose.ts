import { randomBytes } from 'node:crypto';
import {
  generateMessageIDV2,
  generateWAMessageFromContent,
  type WAMessage,
  type WAMessageContent,
} from '@whiskeysockets/baileys';
import type { Link } from '../link.ts';
import { quotedMessage } from '../quoted.ts';
import { messageIdOf } from './attempt.ts';
import { withMentions } from './mentions.ts';
import type { Outgoing, Sender } from './send.ts';

/** The message as WhatsApp will have it, with its id. */
export async function compose(
  { deps, owner, attempt }: Sender,
  { me }: Link,
  outgoing: Outgoing,
): Promise<WAMessage> {
  const { jid, content, quoted, mentions = [], expiration } = outgoing;
  const userJid = me()?.id ?? '';
  const reply = await quotedMessage(deps.db, owner.id, jid, quoted);
  return generateWAMessageFromContent(jid, withSecret(withMentions(content, mentions)), {
    userJid,
    messageId: attempt ? messageIdOf(attempt) : generateMessageIDV2(userJid),
    ...(reply && { quoted: reply }),
    ...(expiration && { ephemeralExpiration: expiration }),
  });
}

/** Votes are encrypted with it, and recipients report by it; a reaction has none (as Baileys does it). */
function withSecret(content: WAMessageContent): WAMessageContent {
  if (content.reactionMessage) return content;
  return {
    ...content,
    messageContextInfo: { messageSecret: randomBytes(32), ...content.messageContextInfo },
  };
}
