import { join } from 'node:path';
import sharp from 'sharp';
import { badRequest } from '../errors.ts';
import { firstLine } from './image.ts';

/** A WebP as WhatsApp shows stickers. */
export interface Sticker {
  path: string;
  /** Pixels. */
  width: number;
  height: number;
  isAnimated: boolean;
}

const SIDE_PX = 512;
const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };

/** WhatsApp's limits for stickers, in bytes. */
const MAX_STILL = 100_000;
const MAX_ANIMATED = 500_000;

/** Tried one after another until the sticker is small enough. */
const QUALITIES = [80, 60, 40, 20];

/**
 * Makes a sticker of an image: 512 pixels square, nothing cut off, what is animated stays animated.
 *
 * @param asGiven send it as it is, if it is a WebP
 * @throws HttpError 400 for what is no image
 */
export async function prepareSticker(path: string, folder: string, asGiven = false): Promise<Sticker> {
  try {
    const { format, pages = 1, width, height, pageHeight } = await sharp(path, { animated: true }).metadata();
    const isAnimated = pages > 1;
    if (asGiven && format === 'webp') return { path, width, height: pageHeight ?? height, isAnimated };
    return { path: await convert(path, folder, isAnimated), width: SIDE_PX, height: SIDE_PX, isAnimated };
  } catch (error) {
    throw badRequest(`Error: The media is not an image that can be a sticker: ${firstLine(error)}`);
  }
}

async function convert(path: string, folder: string, isAnimated: boolean): Promise<string> {
  const converted = join(folder, 'sticker.webp');
  const square = sharp(path, { animated: isAnimated }).resize(SIDE_PX, SIDE_PX, {
    fit: 'contain',
    background: TRANSPARENT,
  });
  for (const quality of QUALITIES) {
    const { size } = await square.clone().webp({ quality }).toFile(converted);
    if (size <= (isAnimated ? MAX_ANIMATED : MAX_STILL)) break;
  }
  return converted;
}
