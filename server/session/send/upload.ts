import { type AnyMediaMessageContent, prepareWAMessageMedia, type proto } from '@whiskeysockets/baileys';
import { HttpError } from '../../errors.ts';
import type { Actor } from '../actor.ts';
import type { Link } from '../link.ts';
import { mediaUpload } from '../media-hosts.ts';

export type MediaKind = 'image' | 'video' | 'document' | 'audio' | 'sticker';

/** A file, and what recipients are told of it: fields of the message of its kind. */
export interface Medium {
  kind: MediaKind;
  path: string;
  fields: {
    mimetype: string;
    jpegThumbnail?: Buffer;
    ptt?: boolean;
    ptv?: boolean;
    [field: string]: unknown;
  };
}

/** A host that takes nothing for so long is given up. */
const UPLOAD_TIMEOUT_MS = 20_000;

/**
 * Encrypts the file and uploads it, in pieces, and gives the message that leads to it.
 *
 * @throws HttpError 500 when WhatsApp does not take it, 504 when it does not answer
 */
export async function upload(
  { deps }: Actor,
  link: Link,
  jid: string,
  { kind, path, fields }: Medium,
): Promise<proto.IMessage> {
  // The type does not name all the fields that it passes on.
  const content = { ...fields, [kind]: { url: path } } as unknown as AnyMediaMessageContent;
  try {
    return await prepareWAMessageMedia(content, {
      ...{ jid, logger: deps.logger, mediaUploadTimeoutMs: UPLOAD_TIMEOUT_MS },
      upload: mediaUpload(link, deps.logger),
    });
  } catch (error) {
    if (error instanceof HttpError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new HttpError(500, [`Error: ${reason}`], { cause: error });
  }
}
