import { jidNormalizedUser, type WAMessageContent } from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { MessageRecord, SendStatusBody } from '../../generated/index.ts';
import type { MediaFile } from '../../media/source.ts';
import { listContactJids } from '../../store/contact-jids.ts';
import type { Actor } from '../actor.ts';
import type { Link } from '../link.ts';
import { toJid } from '../translate/jid.ts';
import { image, type Prepare, uploaded, video, voice } from './media.ts';
import { relay, send, withSecret } from './send.ts';

const STATUS = 'status@broadcast';

/** Whose devices are looked up and encrypted for at a time: about a second's work. */
const BATCH = 50;

/**
 * Publishes a status. The answer comes when the first of its audience have it: the others get it after that,
 * so that a thousand contacts keep no caller waiting.
 *
 * @param file takes the place of `content`
 */
export async function sendStatus(
  actor: Actor,
  body: SendStatusBody,
  file?: MediaFile,
): Promise<MessageRecord> {
  const link = await actor.open();
  const make = contentOf(actor, body, file);
  const audience = await audienceOf(actor, link, body);
  const content = withSecret(await make(link));
  const [first = [], ...rest] = batches(audience);
  const record = await send(actor, link, { jid: STATUS, content, audience: first });
  publish(link, record.key.id, content, rest).catch((error) =>
    actor.deps.logger.warn({ err: error, instance: actor.owner.name }, 'status not sent to everybody'),
  );
  return record;
}

async function publish(
  link: Link,
  id: string,
  content: WAMessageContent,
  audiences: string[][],
): Promise<void> {
  for (const audience of audiences) await relay(link, id, content, { jid: STATUS, audience });
}

/** @throws HttpError 400 when something is missing that its type needs */
function contentOf(actor: Actor, body: SendStatusBody, file: MediaFile | undefined) {
  const { type, content, caption } = body;
  if (!content && !file) throw badRequest('Content is required');
  if (type === 'text') {
    if (file) throw badRequest('A text has no file');
    const text = textStatus(body);
    return async () => text;
  }
  const said = caption ? { caption } : {};
  const prepare: Record<typeof type, Prepare> = {
    image: (source, folder) => image(source, folder, said),
    video: (source, folder) => video(source, folder, said),
    audio: voice,
  };
  return (link: Link) => uploaded(actor, file ?? content, prepare[type])(link, STATUS);
}

const OPAQUE = 0xff000000;
const WHITE = 0xffffffff;

function textStatus({ content, backgroundColor, font }: SendStatusBody): WAMessageContent {
  if (!content) throw badRequest('Content is required');
  if (!backgroundColor) throw badRequest('Background color is required');
  if (font === undefined) throw badRequest('Font is required');
  const backgroundArgb = OPAQUE + Number.parseInt(backgroundColor.replace('#', ''), 16);
  return { extendedTextMessage: { text: content, backgroundArgb, textArgb: WHITE, font } };
}

/** The account itself is one of them: its phone shows the status too. */
async function audienceOf(
  { deps, owner, numbers }: Actor,
  { me, socket }: Link,
  { allContacts, statusJidList = [] }: SendStatusBody,
): Promise<string[]> {
  const own = jidNormalizedUser(me()?.id);
  if (allContacts) {
    const contacts = await listContactJids(deps.db, owner.id);
    if (contacts.length === 0) throw badRequest('Contacts not found');
    return [...new Set([own, ...contacts])];
  }
  if (statusJidList.length === 0) throw badRequest('StatusJidList is required');
  const jids = statusJidList.map(toJid);
  const known = await numbers.find(
    socket,
    jids.filter((jid) => jid.endsWith('@s.whatsapp.net')),
  );
  return [...new Set([own, ...jids.map((jid) => known.get(jid) ?? jid)])];
}

function batches(jids: string[]): string[][] {
  return Array.from({ length: Math.ceil(jids.length / BATCH) }, (_, index) =>
    jids.slice(index * BATCH, (index + 1) * BATCH),
  );
}
