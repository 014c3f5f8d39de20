import type { WAMessageKey } from '@whiskeysockets/baileys';
import { badRequest, HttpError } from '../../errors.ts';
import type { LastMessageReference, MarkChatUnreadBody } from '../../generated/index.ts';
import { findLastMessage } from '../../store/last-message.ts';
import type { Actor } from '../actor.ts';
import type { Link } from '../link.ts';
import { shownJid } from '../people.ts';
import { isGroup } from '../translate/jid.ts';
import { findReferred, givenKey, shownKey } from './stored-key.ts';

/** What callers say of a chat: its last message, or its number alone. */
export type ChatReference = Pick<MarkChatUnreadBody, 'chat' | 'lastMessage'>;

/** A chat and its last message, as WhatsApp wants them for a change of the chat's state. Time in seconds. */
export interface ChatEnd {
  jid: string;
  lastMessages: [{ key: WAMessageKey; messageTimestamp: number }];
}

/** Seconds since 1970 stay below this until the year 5138; milliseconds have passed it in 1973. */
const LEAST_MILLISECONDS = 100_000_000_000;

/**
 * @throws HttpError 400 when neither the chat nor a message is given, or the author of a message in a group
 *   is unknown; 404 when no message of the chat is stored
 */
export async function chatEnd(
  actor: Actor,
  link: Link,
  { chat, lastMessage }: ChatReference,
): Promise<ChatEnd> {
  if (lastMessage) return endAtMessage(actor, lastMessage);
  if (chat === undefined) throw badRequest('instance requires property "chat" or "lastMessage"');
  const { deps, owner } = actor;
  const jid = await shownJid(deps.db, owner.id, await actor.recipients(link.socket, chat));
  const last = await findLastMessage(deps.db, owner.id, jid);
  if (!last) throw new HttpError(404, ['Last message not found', `No message of ${jid} is stored`]);
  return endAt(shownKey(last), last.message_timestamp);
}

async function endAtMessage(actor: Actor, { key, messageTimestamp }: LastMessageReference): Promise<ChatEnd> {
  const stored = await findReferred(actor, key);
  if (stored) return endAt(shownKey(stored), stored.message_timestamp);
  return endAt(givenKey(key), inSeconds(messageTimestamp ?? Date.now()));
}

function endAt(key: WAMessageKey, messageTimestamp: number): ChatEnd {
  const jid = key.remoteJid ?? '';
  if (isGroup(jid) && !key.fromMe && !key.participant) {
    throw badRequest(`The message "${key.id}" is not stored here: say its "participant"`);
  }
  return { jid, lastMessages: [{ key, messageTimestamp }] };
}

const inSeconds = (time: number): number =>
  time < LEAST_MILLISECONDS ? Math.floor(time) : Math.floor(time / 1000);
