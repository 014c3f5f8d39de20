import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Environment } from '../../server/config/variable.ts';
import { readEnv } from '../../server/config.ts';

/** One for each event: the README has one line for them all. */
const FOR_EVENTS = /^WEBHOOK_EVENTS_.+/;

/** The first column of the README's tables, where it holds a variable. */
function documented(): string[] {
  const rows = readFileSync('README.md', 'utf8').matchAll(/^\| *`([A-Z][A-Z0-9_]+(?:<NAME>)?)` *\|/gm);
  return [...rows].map(([, name = '']) => name);
}

/** The variables that the server asks for. */
function asked(): Set<string> {
  const names = new Set<string>();
  const get = (_: object, name: string): undefined => {
    names.add(name.replace(FOR_EVENTS, 'WEBHOOK_EVENTS_<NAME>'));
  };
  readEnv(new Proxy<Environment>({}, { get }));
  return names;
}

test('the README tells of every variable that is read, once, and of no other', () => {
  assert.deepEqual(documented().sort(), [...asked()].sort());
});

test('only config.ts reads the environment', () => {
  const readers = globSync('server/**/*.ts').filter((file) =>
    readFileSync(file, 'utf8').includes('process.env'),
  );
  assert.deepEqual(readers, ['server/config.ts']);
});
