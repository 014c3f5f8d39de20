import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of a file in the data folder; made at the first start, readable by its owner only.
 *
 * @returns the text, and whether it was made just now
 */
export function keptInDataDir(
  dataDir: string,
  name: string,
  make: () => string,
): { text: string; isNew: boolean } {
  const file = join(dataDir, name);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    return { text: readFileSync(file, 'utf8').trim(), isNew: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const text = make();
  writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  return { text, isNew: true };
}
