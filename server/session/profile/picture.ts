import sharp from 'sharp';
import { HttpError } from '../../errors.ts';
import { openSource, type SourceOptions } from '../../media/source.ts';
import { inTempFolder } from '../../media/temp.ts';

/** What WhatsApp's own applications upload, and Baileys too. */
const PIXELS = 640;
const JPEG_QUALITY = 80;
/** Far more than any camera's picture has. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * A picture of a person or group as WhatsApp takes it: a square JPEG, cut from the middle.
 *
 * @param source a URL, base64 or a data URI
 * @throws HttpError 400 when it cannot be had or is not an image, 413 when it is too large
 */
export function readPicture(
  source: string,
  { outbound, limit }: SourceOptions,
  signal: AbortSignal,
): Promise<Buffer> {
  return inTempFolder(async (folder) => {
    const options = { outbound, limit: Math.min(limit, MOST_BYTES), signal };
    const { path } = await openSource(source, folder, options);
    return square(path);
  });
}

async function square(path: string): Promise<Buffer> {
  try {
    return await sharp(path)
      .autoOrient()
      .resize(PIXELS, PIXELS, { fit: 'cover' })
      .flatten({ background: 'white' })
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HttpError(400, [`"picture" must be an image: ${reason.split('\n')[0]}`], { cause: error });
  }
}
