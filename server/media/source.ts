import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { badRequest } from '../errors.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { base64ToFile, NotBase64 } from './base64.ts';
import { dataUriHead } from './data-uri.ts';
import { download } from './download.ts';

/** A file on this machine, and what is said of it by where it came from. */
export interface MediaFile {
  path: string;
  name?: string | undefined;
  mimetype?: string | undefined;
}

/** An http or https URL, base64 with or without `data:…;base64,` before it, or a file that was uploaded. */
export type MediaSource = string | MediaFile;

export interface SourceOptions {
  outbound: Outbound;
  /** Bytes that a medium may have at most. */
  limit: number;
}

/** How one medium is fetched: for so long, and with those words for a source that is none. */
export interface OpenOptions extends SourceOptions {
  signal: AbortSignal;
  refusal?: string | undefined;
}

/** The wording that clients know (wire-contract 2.3). */
export const NOT_MEDIA = 'Owned media must be a url or base64';

/**
 * Brings the medium onto this machine, into the folder, without ever holding all of it.
 *
 * @throws HttpError 400 when there is nothing to fetch, 413 when it is too large
 */
export async function openSource(
  source: MediaSource | undefined,
  folder: string,
  { refusal = NOT_MEDIA, ...options }: OpenOptions,
): Promise<MediaFile> {
  if (typeof source === 'object') return source;
  const text = source?.trim() ?? '';
  const path = join(folder, randomUUID());
  if (/^https?:/i.test(text)) return download(text, path, options);
  const head = dataUriHead(text);
  if (text === '' || head?.isBase64 === false) throw badRequest(refusal);
  await base64ToFile(text, head?.length ?? 0, path).catch((error) => {
    throw error instanceof NotBase64 ? badRequest(refusal) : error;
  });
  return { path, ...(head?.mimetype && { mimetype: head.mimetype }) };
}
