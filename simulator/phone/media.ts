import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { getMediaKeys, type MediaType, type proto } from '@whiskeysockets/baileys';
import type { MediaHost } from '../media/media-host.ts';
import { Problem } from '../problem.ts';
import { now } from '../wire/nodes.ts';

/** A file on the media host, as messages speak of it. */
type MediaMessage = Pick<
  proto.Message.IImageMessage,
  'url' | 'directPath' | 'mediaKey' | 'fileEncSha256' | 'fileSha256' | 'fileLength' | 'mimetype'
>;

/** What the phone found when it fetched a file. `size` is that of the plaintext, in bytes. */
export type MediaReport = {
  mimetype: string | null;
  fileLength: number;
  size: number | null;
  /** Both hashes, that of the encrypted file and that of the plaintext, are as the message says. */
  sha256Matches: boolean;
  /** Why it could not be fetched or decrypted; null when it could. */
  error: string | null;
};

const MAC_LENGTH = 10;

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest();

/** The file of a message and the kind of its keys; undefined where there is none. */
export function mediaIn(content: proto.IMessage): { type: MediaType; message: MediaMessage } | undefined {
  const { imageMessage, audioMessage, documentMessage, stickerMessage } = content;
  const videoMessage = content.videoMessage ?? content.ptvMessage;
  if (imageMessage) return { type: 'image', message: imageMessage };
  if (videoMessage) return { type: 'video', message: videoMessage };
  if (audioMessage) return { type: 'audio', message: audioMessage };
  if (documentMessage) return { type: 'document', message: documentMessage };
  return stickerMessage ? { type: 'sticker', message: stickerMessage } : undefined;
}

/** Encrypts a file and uploads it. Resolves with what a message has to say of it. */
export async function uploadMedia(host: MediaHost, type: MediaType, plain: Buffer) {
  const mediaKey = randomBytes(32);
  const { iv, cipherKey, macKey } = await getMediaKeys(mediaKey, type);
  const cipher = createCipheriv('aes-256-cbc', cipherKey, iv);
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  const file = Buffer.concat([encrypted, mac(iv, encrypted, macKey ?? Buffer.alloc(0))]);
  const hashes = { fileSha256: sha256(plain), fileEncSha256: sha256(file) };
  return { ...host.store(file), mediaKey, ...hashes, fileLength: plain.length, mediaKeyTimestamp: now() };
}

function mac(iv: Uint8Array, encrypted: Buffer, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(iv).update(encrypted).digest().subarray(0, MAC_LENGTH);
}

/** Fetches and decrypts the file of a message. @throws Problem 502 that says what is wrong with it */
export async function downloadMedia(host: MediaHost, type: MediaType, message: MediaMessage) {
  const { url, directPath, mediaKey } = message;
  if (!url?.startsWith(`https://${host.address}/`)) throw new Problem(502, `not on the media host: ${url}`);
  const file = host.read(directPath ?? '');
  if (!file) throw new Problem(502, `the media host does not have ${directPath}`);
  const { iv, cipherKey, macKey } = await getMediaKeys(mediaKey, type);
  const encrypted = file.subarray(0, -MAC_LENGTH);
  if (!mac(iv, encrypted, macKey ?? Buffer.alloc(0)).equals(file.subarray(-MAC_LENGTH)))
    throw new Problem(502, 'the authentication code of the file is wrong');
  const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv);
  const plain = Buffer.concat([decipher.update(encrypted), decipher.final()]);
  const matches =
    sha256(plain).equals(message.fileSha256 ?? Buffer.alloc(0)) &&
    sha256(file).equals(message.fileEncSha256 ?? Buffer.alloc(0));
  return { plain, sha256Matches: matches };
}

/** Looks at the file of a message as its reader would; null where there is none. */
export async function inspectMedia(host: MediaHost, content: proto.IMessage): Promise<MediaReport | null> {
  const media = mediaIn(content);
  if (!media) return null;
  const { message, type } = media;
  const said = { mimetype: message.mimetype ?? null, fileLength: Number(message.fileLength ?? 0) };
  try {
    const { plain, sha256Matches } = await downloadMedia(host, type, message);
    return { ...said, size: plain.length, sha256Matches, error: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...said, size: null, sha256Matches: false, error: reason };
  }
}
