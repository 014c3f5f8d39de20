import { randomBytes } from 'node:crypto';

/** A kept file. `gone` is the HTTP status with which clients are told that it expired. */
type KeptFile = { readonly bytes: Buffer; gone: 404 | 410 | undefined };

/** Files by path. They live in memory as long as the process. */
export type Files = Map<string, KeptFile>;

/** Keeps a file under a new path, which looks like those of the real host. */
export function keepFile(files: Files, bytes: Buffer, extension: string): string {
  const path = `/v/t62.${randomBytes(4).toString('hex')}/${randomBytes(12).toString('hex')}.${extension}`;
  files.set(path, { bytes, gone: undefined });
  return path;
}

/** From now on clients get none of the files there are. Phones keep copies of their own. */
export function expireFiles(files: Files, status: 404 | 410): void {
  for (const file of files.values()) file.gone = status;
}
