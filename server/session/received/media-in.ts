import {
  extractMessageContent,
  normalizeMessageContent,
  type WAMessageContent,
} from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { MediaMessageType } from '../../generated/index.ts';

/** What the kinds of content that have media are called where their keys are made. */
const KINDS = {
  imageMessage: 'image',
  documentMessage: 'document',
  audioMessage: 'audio',
  videoMessage: 'video',
  stickerMessage: 'sticker',
  ptvMessage: 'video',
} as const satisfies Record<MediaMessageType, string>;

/** The medium of a message: where it is and what is said of it. */
export interface FoundMedia {
  type: MediaMessageType;
  kind: (typeof KINDS)[MediaMessageType];
  content: {
    mediaKey?: Uint8Array | null;
    directPath?: string | null;
    url?: string | null;
    mimetype?: string | null;
    caption?: string | null;
    fileName?: string | null;
    height?: number | null;
    width?: number | null;
  };
}

/**
 * The medium in a message, however it is wrapped.
 *
 * @throws HttpError 400 when there is none, in the words that clients know (wire-contract 2.4)
 */
export function mediaIn(message: WAMessageContent): FoundMedia {
  const content = extractMessageContent(message) ?? {};
  for (const [type, kind] of Object.entries(KINDS) as [MediaMessageType, FoundMedia['kind']][]) {
    const found = content[type];
    if (found) return { type, kind, content: found };
  }
  const { templateMessage, messageContextInfo, ...rest } = normalizeMessageContent(message) ?? {};
  if (templateMessage) throw badRequest('Template message does not contain a supported media type');
  const isEmpty = Object.values(rest).every((part) => part === undefined || part === null);
  throw badRequest(
    messageContextInfo && isEmpty
      ? 'The message is messageContextInfo'
      : 'The message is not of the media type',
  );
}
