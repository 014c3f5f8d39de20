import { parse } from 'node-html-parser';
import type { Outbound } from '../outbound/outbound.ts';
import { jpegThumbnail } from './image.ts';

/** What is shown of a page beside a link to it. */
export interface LinkPreview {
  title: string;
  description?: string | undefined;
  jpegThumbnail?: Buffer | undefined;
}

const TIMEOUT_MS = 3_000;
const PAGE_BYTES = 512 * 1024;
const IMAGE_BYTES = 4 * 1024 * 1024;
const THUMBNAIL_PX = 192;

/** Pages show what they say about themselves to those who name themselves. */
const HEADERS = { accept: 'text/html,*/*;q=0.1', 'user-agent': 'WhatsApp/2 (link preview)' };

/** Looks a page up, for three seconds at most. Undefined whenever there is nothing to show, for any reason. */
export async function linkPreview(url: string, outbound: Outbound): Promise<LinkPreview | undefined> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const page = await read(url, PAGE_BYTES, outbound, signal).catch(() => undefined); // then without
  const { image, ...shown } = page ? describePage(page.toString('utf8')) : {};
  if (!shown.title) return undefined;
  const picture = image && URL.parse(image, url)?.href;
  const thumbnail = picture
    ? await read(picture, IMAGE_BYTES, outbound, signal)
        .then((bytes) => jpegThumbnail(bytes, THUMBNAIL_PX))
        .catch(() => undefined) // a preview without a picture is one, too
    : undefined;
  return { title: shown.title, description: shown.description, jpegThumbnail: thumbnail };
}

/** What a page says of itself, by Open Graph and by older means. */
export function describePage(html: string): { title?: string; description?: string; image?: string } {
  const document = parse(html);
  const meta = (...names: string[]): string | undefined => {
    const found = names.map((name) =>
      document.querySelector(`meta[property="${name}"], meta[name="${name}"]`),
    );
    return found.map((tag) => tag?.getAttribute('content')?.trim()).find((content) => content);
  };
  const title = meta('og:title', 'twitter:title') ?? document.querySelector('title')?.text.trim();
  const description = meta('og:description', 'twitter:description', 'description');
  const image = meta('og:image', 'og:image:url', 'twitter:image');
  return { ...(title && { title }), ...(description && { description }), ...(image && { image }) };
}

/** The beginning of what a URL leads to. @throws Error unless it answers 200 */
async function read(url: string, most: number, outbound: Outbound, signal: AbortSignal): Promise<Buffer> {
  const { statusCode, body } = await outbound.request(url, { signal, headers: HEADERS });
  if (statusCode !== 200) {
    await body.dump();
    throw new Error(`${url} answered ${statusCode}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  return Buffer.concat(chunks);
}
