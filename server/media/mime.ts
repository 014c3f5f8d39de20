import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import type { MediaFile } from './source.ts';

const UNKNOWN = 'application/octet-stream';

/** What bytes do not tell: text, and what looks like a container of something. */
const BY_EXTENSION: Record<string, string> = {
  '.txt': 'text/plain',
  '.log': 'text/plain',
  '.csv': 'text/csv',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.css': 'text/css',
  '.md': 'text/markdown',
  '.ics': 'text/calendar',
  '.vcf': 'text/vcard',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.sql': 'application/sql',
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.msg': 'application/vnd.ms-outlook',
  '.apk': 'application/vnd.android.package-archive',
  '.jar': 'application/java-archive',
};

/** Types of containers, of which an extension says more. */
const CONTAINERS = ['application/x-cfb', 'application/zip', 'application/xml'];

/**
 * The type of a medium: what the caller says, else what its bytes say, else its name, else its source.
 *
 * @param name the name that the caller gave it
 */
export async function mimeOf(
  file: MediaFile,
  explicit?: string | undefined,
  name?: string | undefined,
): Promise<string> {
  if (explicit?.includes('/')) return explicit;
  const sniffed = await sniff(file.path);
  const named = BY_EXTENSION[extname(name ?? file.name ?? '').toLowerCase()];
  if (sniffed && !(named && CONTAINERS.includes(sniffed))) return sniffed;
  const declared = file.mimetype?.startsWith(UNKNOWN) ? undefined : file.mimetype;
  return named ?? sniffed ?? declared ?? UNKNOWN;
}

/** What the bytes of a file say they are. */
export async function sniff(path: string): Promise<string | undefined> {
  return (await fileTypeFromFile(path))?.mime;
}

/** The part of a MIME type that names the format: `jpeg` of `image/jpeg`, `ogg` of `audio/ogg; codecs=opus`. */
export function formatOf(mimetype: string): string {
  return mimetype.split(';')[0]?.split('/')[1]?.trim() || 'bin';
}
