import type { WAMessageContent } from '@whiskeysockets/baileys';
import type { MessageRecord, SendTextBody } from '../../generated/index.ts';
import { linkPreview } from '../../media/link-preview.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import type { Actor } from '../actor.ts';
import { sendTo } from './send-to.ts';

export function sendText(actor: Actor, body: SendTextBody): Promise<MessageRecord> {
  const { outbound } = actor.deps.media;
  return sendTo(actor, body, () => textContent(body.text, body.linkPreview === false ? undefined : outbound));
}

const URL_IN_TEXT = /https?:\/\/[^\s<>"]+/i;
/** What ends a sentence does not belong to the URL in it. */
const PUNCTUATION = /[.,;:!?'*_~)\]}]+$/;

/** @param outbound where to look the first link up for a preview; none is made without it */
async function textContent(text: string, outbound?: Outbound): Promise<WAMessageContent> {
  const url = URL_IN_TEXT.exec(text)?.[0].replace(PUNCTUATION, '');
  const preview = url && outbound && (await linkPreview(url, outbound));
  if (!preview) return { extendedTextMessage: { text } };
  const { title, description, jpegThumbnail } = preview;
  return {
    extendedTextMessage: {
      ...{ text, matchedText: url, title, previewType: 0 },
      ...(description && { description }),
      ...(jpegThumbnail && { jpegThumbnail }),
    },
  };
}
