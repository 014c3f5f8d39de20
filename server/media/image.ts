import { join } from 'node:path';
import sharp from 'sharp';
import { badRequest } from '../errors.ts';

/** An image that every WhatsApp shows. */
export interface Picture {
  path: string;
  mimetype: string;
  /** Pixels, as it is looked at. */
  width: number;
  height: number;
  jpegThumbnail: Buffer;
}

/** Formats that are sent as they are, so that nothing of them is lost. */
const SHOWN = new Map([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
]);

const THUMBNAIL_PX = 100;
const THUMBNAIL_QUALITY = 60;

/**
 * Measures an image and makes its thumbnail. What WhatsApp would not show becomes a JPEG or, where some of it
 * is transparent, a PNG.
 *
 * @throws HttpError 400 for what is no image
 */
export async function prepareImage(path: string, folder: string): Promise<Picture> {
  try {
    const { format, hasAlpha, autoOrient } = await sharp(path).metadata();
    const { width, height } = autoOrient;
    const shown = SHOWN.get(format);
    const sent = shown ? { path, mimetype: shown } : await convert(path, folder, hasAlpha);
    return { ...sent, width, height, jpegThumbnail: await jpegThumbnail(path) };
  } catch (error) {
    throw badRequest(`Error: The media is not an image that can be read: ${firstLine(error)}`);
  }
}

/**
 * A small JPEG of an image, to be seen before the image itself is there.
 *
 * @param image a path, or the image itself
 * @throws Error for what is no image
 */
export function jpegThumbnail(image: string | Buffer, px = THUMBNAIL_PX): Promise<Buffer> {
  return sharp(image)
    .autoOrient()
    .resize(px, px, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: THUMBNAIL_QUALITY })
    .toBuffer();
}

async function convert(
  path: string,
  folder: string,
  hasAlpha: boolean,
): Promise<Pick<Picture, 'path' | 'mimetype'>> {
  const format = hasAlpha ? 'png' : 'jpeg';
  const converted = join(folder, `converted.${format}`);
  await sharp(path).autoOrient().toFormat(format).toFile(converted);
  return { path: converted, mimetype: `image/${format}` };
}

export function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
