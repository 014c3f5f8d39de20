import type { WASocket } from '@whiskeysockets/baileys';
import type { MessageRecord, SendTextBody } from '../generated/index.ts';
import type { Link } from './link.ts';
import type { SessionDependencies } from './options.ts';
import type { Recipients } from './recipients.ts';
import { send } from './send.ts';
import { isGroup, toJid } from './translate/jid.ts';

/** @throws HttpError 400 when the number is not on WhatsApp or the text cannot be sent */
export async function sendText(
  deps: SessionDependencies,
  instanceId: string,
  link: Link,
  recipients: Recipients,
  { number, text, delay, quoted, mentioned, mentionsEveryOne }: SendTextBody,
): Promise<MessageRecord> {
  const jid = await recipients(link.socket, number);
  const mentions = isGroup(jid) ? await mentionedJids(link.socket, jid, mentioned, mentionsEveryOne) : [];
  const content = { text, linkPreview: null, ...(mentions.length > 0 && { mentions }) };
  return send(deps, instanceId, link, { jid, content, quoted, delay });
}

async function mentionedJids(
  socket: WASocket,
  group: string,
  mentioned: string[] = [],
  everyOne = false,
): Promise<string[]> {
  if (!everyOne) return mentioned.map(toJid);
  const { participants } = await socket.groupMetadata(group);
  return participants.map(({ id }) => id);
}
