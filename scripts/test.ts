/**
 * Runs the tests: `npm test` all of them, `npm test -- test/http` those below a folder or in a file. Options of
 * `node --test` may be added.
 */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

const given = process.argv.slice(2);
const options = given.filter((argument) => argument.startsWith('-'));
const places = given.filter((argument) => !argument.startsWith('-'));
const files = (places.length > 0 ? places : ['test']).flatMap(testFiles);

const { status } = spawnSync(process.execPath, ['--test', '--test-timeout=120000', ...options, ...files], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test' },
});
process.exit(status ?? 1);

function testFiles(place: string): string[] {
  return statSync(place).isDirectory() ? globSync(`${place}/**/*.test.ts`).sort() : [place];
}
