import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One import of one file. */
export interface Import {
  /** The importing file, from the root. */
  file: string;
  /** The imported file, from the root, or the package's name. */
  target: string;
  isPackage: boolean;
}

const SPECIFIER = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g;

/** Every import of the files below a folder, those of types included, but for Node's own modules. */
export function importsOf(folder: string): Import[] {
  return globSync(`${folder}/**/*.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(SPECIFIER)]
      .map(([, specifier = '']) => specifier)
      .filter((specifier) => !specifier.startsWith('node:'))
      .map((specifier) => resolve(file, specifier)),
  );
}

function resolve(file: string, specifier: string): Import {
  if (specifier.startsWith('.')) return { file, target: join(dirname(file), specifier), isPackage: false };
  const parts = specifier.split('/');
  return { file, target: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'), isPackage: true };
}
