/**
 * Bundles the spec and generates the server's interfaces and the TypeScript client from it.
 *
 *   npm run generate              writes openapi/bundle.*, server/generated, clients/typescript/src
 *   npm run generate -- --check   fails if what is committed differs from what would be written;
 *                                 without Java it compares the recorded hashes instead
 */
import { rmSync } from 'node:fs';
import { bundleSpec, generateCode, hasJava } from './generate/generator.ts';
import { hashDrift, recordHashes } from './generate/hashes.ts';
import { differences, publish, TARGETS } from './generate/targets.ts';

const check = process.argv.includes('--check');
const drift = check ? findDrift() : [];
if (!check) write();
if (drift.length > 0) {
  console.error(`Generated files differ from the spec; run \`npm run generate\`:\n  ${drift.join('\n  ')}`);
  process.exit(1);
}

function write(): void {
  inWorkFolder(() => {
    publish();
    recordHashes();
  });
}

function findDrift(): string[] {
  if (!hasJava()) {
    console.log('No Java here: comparing recorded hashes.');
    return hashDrift();
  }
  let found: string[] = [];
  inWorkFolder(() => {
    found = [...differences(), ...hashDrift()];
  });
  return found;
}

function inWorkFolder(use: () => void): void {
  try {
    bundleSpec(TARGETS.bundle.fresh, TARGETS.json.fresh);
    generateCode('server', TARGETS.server.fresh);
    generateCode('client', TARGETS.client.fresh);
    use();
  } finally {
    rmSync('.generate', { recursive: true, force: true });
  }
}
