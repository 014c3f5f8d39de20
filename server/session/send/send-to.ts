import type { BinaryNode, GroupMetadata, WAMessageContent } from '@whiskeysockets/baileys';
import { badRequest, HttpError } from '../../errors.ts';
import type { MessageRecord, SendTextBody } from '../../generated/index.ts';
import { findChat } from '../../store/chats.ts';
import type { Actor } from '../actor.ts';
import { refusalCode } from '../ask.ts';
import { before } from '../deadline.ts';
import type { Link } from '../link.ts';
import { isGroup, toJid } from '../translate/jid.ts';
import { type Activity, enter, send } from './send.ts';

/** What the body of nearly every send has. */
export type Addressed = Pick<SendTextBody, 'number' | 'delay' | 'quoted' | 'mentioned' | 'mentionsEveryOne'>;

/** What is to be sent, made when it is known to whom. */
export type MakeContent = (
  link: Link,
  jid: string,
  signal: AbortSignal,
) => WAMessageContent | Promise<WAMessageContent>;

export interface Extras {
  activity?: Activity;
  nodes?: BinaryNode[];
}

/**
 * Sends what `make` makes to whom the body names, with the options that the body has. Sends to one chat leave
 * in the order in which they came, however long each takes to be made; one with a delay when that is over.
 *
 * @throws HttpError 400 when the number is not on WhatsApp, the session is not open or the message cannot be
 *   sent, 404 when there is no such group, 429 when too many wait, 504 when WhatsApp is silent; whatever `make` throws
 */
export async function sendTo(
  actor: Actor,
  body: Addressed,
  make: MakeContent,
  extras: Extras = {},
): Promise<MessageRecord> {
  const { number, delay = 0, quoted } = body;
  const signal = AbortSignal.timeout(actor.deps.operationMs + delay);
  const place = enter(actor, delay ? undefined : toJid(number), delay);
  try {
    const link = await actor.open();
    const jid = await before(signal, actor.recipients(link.socket, number));
    const group = isGroup(jid) ? await before(signal, groupOf(link, jid)) : undefined;
    const content = await make(link, jid, signal);
    const mentions = group && mentionedIn(group, body);
    const expiration = group ? group.ephemeralDuration : await timerOf(actor, jid);
    const options = { quoted, delay, mentions, expiration, signal, place };
    return await send(actor, link, { jid, content, ...options, ...extras });
  } finally {
    place.leave();
  }
}

/** Seconds after which messages of a chat with one person disappear. */
async function timerOf({ deps, owner }: Actor, jid: string): Promise<number | undefined> {
  return (await findChat(deps.db, owner.id, [jid]))?.disappears_after;
}

function mentionedIn({ participants }: GroupMetadata, body: Addressed): string[] {
  if (body.mentionsEveryOne) return participants.map(({ id }) => id);
  return (body.mentioned ?? []).map(toJid);
}

async function groupOf({ groups }: Link, jid: string): Promise<GroupMetadata> {
  try {
    return await groups.metadata(jid);
  } catch (error) {
    const { output, message } = error as { output?: { statusCode?: number }; message?: string };
    const code = refusalCode(error) ?? output?.statusCode;
    if (code === 404) throw new HttpError(404, ['Group not found'], { cause: error });
    throw badRequest(`Error: ${message ?? String(error)}`);
  }
}
