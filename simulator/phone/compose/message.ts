import { proto } from '@whiskeysockets/baileys';
import { Problem } from '../../problem.ts';
import type { Chat } from '../chat.ts';
import type { Phone } from '../phone.ts';
import { quote, referenceTo } from '../references.ts';
import type { Draft } from '../sent.ts';
import { contactCard, type NewContact } from './contact.ts';
import { composeMedia, type NewMedia } from './media.ts';
import { composePoll, composeVote, type NewPoll, type NewVote } from './poll.ts';
import { composeDeletion, composeEdit, composeReaction } from './reply.ts';

/** What can be sent, each by its own field. */
export type Kinds = {
  text: string;
  image: NewMedia;
  video: NewMedia;
  ptv: NewMedia;
  audio: NewMedia;
  document: NewMedia;
  sticker: NewMedia;
  location: proto.Message.ILocationMessage;
  contact: NewContact;
  reaction: { id: string; text: string };
  edit: { id: string; text: string };
  delete: { id: string };
  poll: NewPoll;
  vote: NewVote;
  /** Any message, as JSON. */
  message: object;
};

export type NewMessage = Partial<Kinds> & { quoted?: string; mentions?: string[] };

type Composer<Value> = (phone: Phone, value: Value, chat: Chat) => Draft | Promise<Draft>;

const media =
  (kind: 'image' | 'video' | 'ptv' | 'audio' | 'document' | 'sticker'): Composer<NewMedia> =>
  ({ network }, value) =>
    composeMedia(network.media, kind, value);

const COMPOSERS: { [Kind in keyof Kinds]: Composer<Kinds[Kind]> } = {
  text: (_phone, text) => ({ content: { conversation: text } }),
  image: media('image'),
  video: media('video'),
  ptv: media('ptv'),
  audio: media('audio'),
  document: media('document'),
  sticker: media('sticker'),
  location: (_phone, locationMessage) => ({ content: { locationMessage } }),
  contact: (_phone, contact) => ({ content: { contactMessage: contactCard(contact) } }),
  reaction: composeReaction,
  edit: composeEdit,
  delete: composeDeletion,
  poll: (_phone, poll) => composePoll(poll),
  vote: composeVote,
  message: (_phone, message) => ({ content: proto.Message.fromObject(message) }),
};

const KINDS = Object.keys(COMPOSERS) as (keyof Kinds)[];

function composeKind<Kind extends keyof Kinds>(kind: Kind, phone: Phone, body: Kinds, chat: Chat) {
  return COMPOSERS[kind](phone, body[kind], chat);
}

/** What a message says beside its content: whom it answers, whom it mentions. Only some kinds can. */
function withContext(content: proto.IMessage, contextInfo: proto.IContextInfo): proto.IMessage {
  const { conversation, ...rest } = content;
  if (typeof conversation === 'string')
    return { ...rest, extendedTextMessage: { text: conversation, contextInfo } };
  const [kind, inner] = Object.entries(content).find(([name]) => name.endsWith('Message')) ?? [];
  if (!kind || typeof inner !== 'object') throw new Problem(400, 'quoted: this kind of message cannot quote');
  return { ...content, [kind]: { ...inner, contextInfo } };
}

/**
 * Makes the message that a request describes.
 * @throws Problem 400 when it names no kind or several; 404 when it speaks of an unknown message
 */
export async function compose(phone: Phone, chat: Chat, body: NewMessage): Promise<Draft> {
  const [kind, ...others] = KINDS.filter((name) => body[name] !== undefined);
  if (!kind || others.length > 0) throw new Problem(400, `exactly one is required of: ${KINDS.join(', ')}`);
  const draft = await composeKind(kind, phone, body as Kinds, chat);
  const quoted = body.quoted === undefined ? {} : quote(referenceTo(phone, 'quoted', body.quoted), chat);
  const mentions = body.mentions?.map((number) => `${number}@s.whatsapp.net`);
  const context = { ...quoted, ...(mentions && { mentionedJid: mentions }) };
  return Object.keys(context).length === 0
    ? draft
    : { ...draft, content: withContext(draft.content, context) };
}
