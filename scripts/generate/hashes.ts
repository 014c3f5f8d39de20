import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, TARGETS } from './targets.ts';
import { root } from './tools.ts';

const RECORD = 'openapi/generated.sha256';

/** What the generated files are made from; a change to any of these calls for `npm run generate`. */
const SOURCES = [
  'openapi/openapi.yaml',
  'openapi/paths',
  'openapi/components',
  'openapi/events',
  'openapi/templates',
  'openapitools.json',
];

/** Records the hash of every source and every generated file, in the format of sha256sum. */
export function recordHashes(): void {
  writeFileSync(join(root, RECORD), `${currentHashes().join('\n')}\n`);
}

/** The files whose hash is not the recorded one, or that have appeared or gone since. */
export function hashDrift(): string[] {
  const recorded = existsSync(join(root, RECORD))
    ? readFileSync(join(root, RECORD), 'utf8').trim().split('\n')
    : [];
  const current = currentHashes();
  const changed = [
    ...current.filter((line) => !recorded.includes(line)),
    ...recorded.filter((line) => !current.includes(line)),
  ];
  return [...new Set(changed.map((line) => line.split('  ')[1] ?? line))];
}

function currentHashes(): string[] {
  const generated = Object.values(TARGETS).map(({ committed }) => committed);
  return [...SOURCES, ...generated].flatMap((path) =>
    filesBelow(path).map((name) => hashLine(join(path, name))),
  );
}

function hashLine(file: string): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex');
  return `${hash}  ${file.replace(/\/$/, '')}`;
}
