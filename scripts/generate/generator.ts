import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root, runTool } from './tools.ts';

export function hasJava(): boolean {
  return spawnSync('java', ['-version']).status === 0;
}

const OPERATIONS_ONLY = '.generate/operations.yaml';

/**
 * Resolves the spec's files into one, at `yaml`, and writes it at `json` too: a server that starts reads that
 * in a few milliseconds, and YAML in 300. The generator gets it without webhooks, which it takes for
 * operations of the server; their payloads are named schemas all the same.
 */
export function bundleSpec(yaml: string, json: string): void {
  runTool('redocly', ['bundle', 'openapi/openapi.yaml', '--output', yaml]);
  const spec = parse(readFileSync(join(root, yaml), 'utf8'));
  writeFileSync(join(root, json), `${JSON.stringify(spec, null, 2)}\n`);
  const { webhooks, ...operations } = spec;
  writeFileSync(join(root, OPERATIONS_ONLY), stringify(operations));
}

/** Runs openapi-generator with our templates into `folder`, formatted; the version is openapitools.json's. */
export function generateCode(kind: 'server' | 'client', folder: string): void {
  runTool('openapi-generator-cli', [
    'generate',
    ...['--input-spec', OPERATIONS_ONLY, '--config', 'openapi/templates/generator.yaml'],
    ...['--template-dir', `openapi/templates/${kind}`, '--output', folder],
  ]);
  removeByproducts(folder);
  runTool('biome', ['check', '--write', '--unsafe', folder]);
}

const WANTED = { folders: ['apis', 'models'], files: ['index.ts', 'runtime.ts'] };

function removeByproducts(folder: string): void {
  for (const entry of readdirSync(join(root, folder))) {
    const wanted = WANTED.folders.includes(entry) || WANTED.files.includes(entry);
    if (!wanted) rmSync(join(root, folder, entry), { recursive: true });
  }
  const runtime = join(root, folder, 'runtime.ts');
  if (existsSync(runtime) && folder.endsWith('server')) rmSync(runtime);
}
