import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './tools.ts';

/** What is generated: where it is made fresh, and where the committed copy lives. */
export const TARGETS = {
  bundle: { fresh: '.generate/bundle.yaml', committed: 'openapi/bundle.yaml' },
  json: { fresh: '.generate/bundle.json', committed: 'openapi/bundle.json' },
  server: { fresh: '.generate/server', committed: 'server/generated' },
  client: { fresh: '.generate/client', committed: 'clients/typescript/src' },
} as const;

/** Written by hand among what is generated: it stays as it is. */
const HANDWRITTEN = ['clients/typescript/src/webhook.ts'];

/** Every file below `path` that is not written by hand among generated ones, relative to it; a file itself is ''. */
export function filesBelow(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [''];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(full, name)).isFile() && !HANDWRITTEN.includes(join(path, name)))
    .sort();
}

/** Replaces the committed copies by the fresh ones. */
export function publish(): void {
  for (const { fresh, committed } of Object.values(TARGETS)) {
    for (const name of filesBelow(committed)) rmSync(join(root, committed, name));
    mkdirSync(dirname(join(root, committed)), { recursive: true });
    cpSync(join(root, fresh), join(root, committed), { recursive: true });
  }
}

/** The committed files that the fresh ones would change, add or remove. */
export function differences(): string[] {
  return Object.values(TARGETS).flatMap(({ fresh, committed }) => {
    const names = new Set([...filesBelow(fresh), ...filesBelow(committed)]);
    return [...names]
      .filter((name) => read(join(fresh, name)) !== read(join(committed, name)))
      .map((name) => join(committed, name));
  });
}

function read(path: string): string | undefined {
  const full = join(root, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}
