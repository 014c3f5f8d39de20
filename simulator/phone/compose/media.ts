import type { proto } from '@whiskeysockets/baileys';
import type { MediaHost } from '../../media/media-host.ts';
import { uploadMedia } from '../media.ts';
import type { Draft } from '../sent.ts';

export type MediaKind = 'image' | 'video' | 'ptv' | 'audio' | 'document' | 'sticker';

export type NewMedia = {
  /** The file. */
  base64: string;
  mimetype?: string;
  caption?: string;
  fileName?: string;
  /** A voice note. */
  ptt?: boolean;
  viewOnce?: boolean;
};

const MIMETYPES: Record<MediaKind, string> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  ptv: 'video/mp4',
  audio: 'audio/ogg; codecs=opus',
  document: 'application/octet-stream',
  sticker: 'image/webp',
};

function inMessage(kind: MediaKind, file: object, { caption, fileName, ptt }: NewMedia): proto.IMessage {
  const captioned = { ...file, ...(caption !== undefined && { caption }) };
  switch (kind) {
    case 'image':
      return { imageMessage: captioned };
    case 'video':
      return { videoMessage: captioned };
    case 'ptv':
      return { ptvMessage: file };
    case 'audio':
      return { audioMessage: { ...file, ptt: ptt ?? false, seconds: 1 } };
    case 'sticker':
      return { stickerMessage: file };
    case 'document':
      return documentMessage({ ...captioned, fileName: fileName ?? 'file' }, caption);
  }
}

/** A document with a caption comes in a wrapper of its own. */
function documentMessage(document: proto.Message.IDocumentMessage, caption?: string): proto.IMessage {
  const message = { documentMessage: document };
  return caption === undefined ? message : { documentWithCaptionMessage: { message } };
}

/** Uploads the file, encrypted, and makes the message that carries its key. */
export async function composeMedia(host: MediaHost, kind: MediaKind, media: NewMedia): Promise<Draft> {
  const type = kind === 'ptv' ? 'video' : kind;
  const uploaded = await uploadMedia(host, type, Buffer.from(media.base64, 'base64'));
  const file = { ...uploaded, mimetype: media.mimetype ?? MIMETYPES[kind] };
  const content = inMessage(kind, file, media);
  return { content: media.viewOnce ? { viewOnceMessageV2: { message: content } } : content };
}
