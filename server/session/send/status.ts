import { jidNormalizedUser, type WAMessageContent } from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { MessageRecord, SendStatusBody } from '../../generated/index.ts';
import type { MediaFile } from '../../media/source.ts';
import { listContactJids } from '../../store/contact-jids.ts';
import type { Actor } from '../actor.ts';
import { before } from '../deadline.ts';
import type { Link } from '../link.ts';
import { toJid } from '../translate/jid.ts';
import { image, type Prepare, uploaded, video, voice } from './media.ts';
import { send } from './send.ts';
import type { MakeContent } from './send-to.ts';

const STATUS = 'status@broadcast';

/**
 * Publishes a status. The answer comes when the first of its audience have it: the others get it after that,
 * so that a thousand contacts keep no caller waiting. If some of them cannot be given it, its status becomes ERROR;
 * if the connection is lost, it goes to all of them again.
 *
 * @param file takes the place of `content`
 */
export async function sendStatus(
  actor: Actor,
  body: SendStatusBody,
  file?: MediaFile,
): Promise<MessageRecord> {
  const signal = AbortSignal.timeout(actor.deps.operationMs);
  const link = await actor.open();
  const make = contentOf(actor, body, file);
  const audience = await before(signal, audienceOf(actor, link, body));
  const content = await make(link, STATUS, signal);
  return send(actor, link, { jid: STATUS, content, audience, signal });
}

/** @throws HttpError 400 when something is missing that its type needs */
function contentOf(actor: Actor, body: SendStatusBody, file: MediaFile | undefined): MakeContent {
  const { type, content, caption } = body;
  if (!content && !file) throw badRequest('Content is required');
  if (type === 'text') {
    if (file) throw badRequest('A text has no file');
    const text = textStatus(body);
    return (): WAMessageContent => text;
  }
  const said = caption ? { caption } : {};
  const prepare: Record<typeof type, Prepare> = {
    image: (source, workshop) => image(source, workshop, said),
    video: (source, workshop) => video(source, workshop, said),
    audio: voice,
  };
  return uploaded(actor, file ?? content, prepare[type]);
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
