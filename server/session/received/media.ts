import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { proto, type WAMessage } from '@whiskeysockets/baileys';
import { badRequest, HttpError } from '../../errors.ts';
import type { GetBase64FromMediaMessageBody, MediaContent, MediaMessage } from '../../generated/index.ts';
import { formatOf } from '../../media/mime.ts';
import { inTempFolder } from '../../media/temp.ts';
import { toMp4 } from '../../media/voice.ts';
import type { Actor } from '../actor.ts';
import { before } from '../deadline.ts';
import type { Link } from '../link.ts';
import { storedMessage } from '../quoted.ts';
import { toJid } from '../translate/jid.ts';
import { withBytes } from './bytes.ts';
import { downloadMedia } from './download.ts';
import { type FoundMedia, mediaIn } from './media-in.ts';
import { askForUpload } from './reupload.ts';

/** Media of messages, in base64 as callers want them. */
export interface ReceivedMedia {
  /** @throws HttpError 400 when the message is unknown or has no media, 504 when they do not come in time */
  mediaOf(body: GetBase64FromMediaMessageBody): Promise<MediaContent>;
  /** The media of a stored message; undefined if it has none, or they cannot be had. */
  mediaBase64(messageId: string): Promise<string | undefined>;
}

export function createReceivedMedia(actor: Actor): ReceivedMedia {
  const { deps, owner } = actor;
  return {
    async mediaOf({ message, convertToMp4 = false }) {
      const signal = AbortSignal.timeout(deps.operationMs);
      const link = await actor.open();
      const meant = await messageMeant(actor, message);
      return inTempFolder((folder) => fetchMedia(meant, { folder, signal }, link, convertToMp4));
    },
    async mediaBase64(messageId) {
      const signal = AbortSignal.timeout(deps.operationMs);
      const link = await actor.open().catch(() => undefined); // WhatsApp's own hosts can be asked without
      try {
        const meant = await messageMeant(actor, { key: { id: messageId } });
        return (await inTempFolder((folder) => fetchMedia(meant, { folder, signal }, link, false))).base64;
      } catch (error) {
        deps.logger.warn({ err: error, instance: owner.name, message: messageId }, 'media not fetched');
        return undefined;
      }
    },
  };
}

async function messageMeant({ deps, owner }: Actor, { key, message }: MediaMessage): Promise<WAMessage> {
  const stored = await storedMessage(deps.db, owner.id, key.id);
  if (!message) {
    if (!stored) throw badRequest('Message not found');
    return stored;
  }
  const { id, fromMe = false, remoteJid, participant } = key;
  const given = { id, fromMe, remoteJid: toJid(remoteJid ?? 'status@broadcast') };
  const content = proto.Message.fromObject(withBytes(message) as Record<string, unknown>);
  return {
    key: stored?.key ?? { ...given, ...(participant && { participant: toJid(participant) }) },
    message: content,
  } as WAMessage;
}

async function fetchMedia(
  message: WAMessage,
  { folder, signal }: { folder: string; signal: AbortSignal },
  link: Link | undefined,
  convertToMp4: boolean,
): Promise<MediaContent> {
  const media = mediaIn(message.message ?? {});
  const original = join(folder, 'original');
  await bring(message, media, original, link, signal);
  const isConverted = convertToMp4 && media.type === 'audioMessage';
  const path = isConverted ? await before(signal, toMp4(original, folder, signal)) : original;
  const mimetype = isConverted ? 'audio/mp4' : (media.content.mimetype ?? 'application/octet-stream');
  const { caption, fileName, height, width } = media.content;
  return {
    mediaType: media.type,
    fileName: fileName || `${message.key.id}.${formatOf(mimetype)}`,
    ...(caption && { caption }),
    size: {
      fileLength: String((await stat(path)).size),
      ...(height && { height }),
      ...(width && { width }),
    },
    mimetype,
    base64: await readFile(path, 'base64'),
    buffer: null,
  };
}

/** Downloads the media; if WhatsApp has dropped them, the phone is asked to upload them again. */
async function bring(
  message: WAMessage,
  media: FoundMedia,
  path: string,
  link: Link | undefined,
  signal: AbortSignal,
): Promise<void> {
  const download = () => before(signal, downloadMedia(media, path, link, signal));
  try {
    await download().catch(async (error) => {
      const { mediaKey } = media.content;
      if (!link || !mediaKey || !isGone(error)) throw error;
      media.content.directPath = await askForUpload(link, message, mediaKey, signal);
      await download();
    });
  } catch (error) {
    throw error instanceof HttpError ? error : unavailable(error);
  }
}

function isGone(error: unknown): boolean {
  const { output } = (error ?? {}) as { output?: { statusCode?: number } };
  return output?.statusCode === 404 || output?.statusCode === 410;
}

function unavailable(error: unknown): HttpError {
  const reason = error instanceof Error ? error.message : String(error);
  return new HttpError(400, [`Error: The media cannot be downloaded from WhatsApp: ${reason}`], {
    cause: error,
  });
}
