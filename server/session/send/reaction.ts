import { badRequest } from '../../errors.ts';
import type { MessageRecord, SendReactionBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { findReferred, givenKey, wireKey } from '../chats/stored-key.ts';
import { send } from './send.ts';

/** One emoji, as people count: with its skin tone, its gender or all of a family. */
const EMOJI = /^\p{RGI_Emoji}$/v;
/** Without the selector that makes it colourful: many keyboards leave it out, as of a heart. */
const PLAIN_EMOJI = /^\p{Emoji}$/u;

/** @throws HttpError 400 for what is not one emoji */
export async function sendReaction(
  actor: Actor,
  { key, reaction }: SendReactionBody,
): Promise<MessageRecord> {
  if (!isReaction(reaction)) throw badRequest('Reaction must be a single emoji or empty string');
  const link = await actor.open();
  const stored = await findReferred(actor, key);
  const target = stored ? wireKey(stored) : givenKey(key);
  const jid = stored?.remote_jid ?? givenKey(key).remoteJid ?? '';
  const content = { reactionMessage: { key: target, text: reaction, senderTimestampMs: Date.now() } };
  return send(actor, link, { jid, content });
}

export function isReaction(text: string): boolean {
  return text === '' || EMOJI.test(text) || (PLAIN_EMOJI.test(text) && !/^[\d#*]$/.test(text));
}
