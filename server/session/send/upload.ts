import { type AnyMediaMessageContent, prepareWAMessageMedia, type proto } from '@whiskeysockets/baileys';
import { HttpError, timedOut } from '../../errors.ts';
import type { Actor } from '../actor.ts';
import { before } from '../deadline.ts';
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
  signal: AbortSignal,
): Promise<proto.IMessage> {
  // The type does not name all the fields that it passes on.
  const content = { ...fields, [kind]: { url: path } } as unknown as AnyMediaMessageContent;
  try {
    const uploading = prepareWAMessageMedia(content, {
      ...{ jid, logger: deps.logger, mediaUploadTimeoutMs: deps.operationMs },
      upload: mediaUpload(link, deps.logger),
    });
    return await before(signal, uploading, tooSlow);
  } catch (error) {
    if (error instanceof HttpError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new HttpError(500, [`Error: ${reason}`], { cause: error });
  }
}

/** SDKs look for these words (wire-contract 1.3). */
const tooSlow = () => timedOut('Error: Media upload failed on all hosts: they did not answer in time');
