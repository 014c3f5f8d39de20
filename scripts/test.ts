/**
 * Runs the tests: `npm test` all of them, `npm test -- test/http` those below a folder or in a file. Options of
 * `node --test` may be added.
 */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { delimiter, dirname } from 'node:path';

const given = process.argv.slice(2);
const options = given.filter((argument) => argument.startsWith('-'));
const places = given.filter((argument) => !argument.startsWith('-'));
const files = (places.length > 0 ? places : ['test']).flatMap(testFiles);

/** A closed Baileys socket leaves a timer of half a minute behind: a file is over when its tests are. */
const RUN = [
  '--test',
  '--test-force-exit',
  '--test-timeout=120000',
  `--test-concurrency=${availableParallelism()}`,
];

/** The ffmpeg that npm installed for the tests, after the machine's own. */
const { path: ffmpeg } = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string };
const PATH = `${process.env.PATH}${delimiter}${dirname(ffmpeg)}`;

const { status } = spawnSync(process.execPath, [...RUN, ...options, ...files], {
  stdio: 'inherit',
  env: { ...process.env, PATH, NODE_ENV: 'test' },
});
process.exit(status ?? 1);

function testFiles(place: string): string[] {
  return statSync(place).isDirectory() ? globSync(`${place}/**/*.test.ts`).sort() : [place];
}
