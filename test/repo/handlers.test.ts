import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

/** What the server needs to compile. */
const NEEDED = ['server', 'package.json', 'tsconfig.json'];

const TSC = resolve('node_modules/.bin/tsc');

let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'zapgate-types-'));
  for (const name of NEEDED) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The files in which the compiler finds an error. */
function faultyFiles(): string[] {
  const { stdout } = spawnSync(TSC, ['--noEmit', '--incremental', '--tsBuildInfoFile', 'build-info'], {
    ...{ cwd: folder, encoding: 'utf8' },
  });
  return [...new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file))];
}

/** The files in which the compiler finds an error while a file of the copy is changed. */
function faultyFilesWith(name: string, from: string | RegExp, to: string): string[] {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `${name} does not hold ${from}`);
  writeFileSync(file, changed);
  const found = faultyFiles();
  writeFileSync(file, text);
  return found;
}

const HANDLERS = 'server/api/handlers.ts';

test('as it is, the server compiles', () => {
  assert.deepEqual(faultyFiles(), []);
});

test('a handler that is missing is a compile error', () => {
  assert.deepEqual(faultyFilesWith(HANDLERS, '  connectionState,\n', ''), [HANDLERS]);
});

test('a handler that is left over is a compile error', () => {
  assert.deepEqual(
    faultyFilesWith(HANDLERS, '  connectionState,\n', '  connectionState,\n  sendPigeon: sendText,\n'),
    [HANDLERS],
  );
});

test('a handler in the place of another is a compile error', () => {
  assert.deepEqual(faultyFilesWith(HANDLERS, '  findSettings,\n', '  findSettings: findWebhook,\n'), [
    HANDLERS,
  ]);
});

test('a handler that answers something else than the spec says is a compile error, in its own file', () => {
  const handler = 'server/api/instance/setPresence.ts';
  assert.deepEqual(
    faultyFilesWith(handler, 'return { presence: body.presence }', "return { presence: 'away' }"),
    [handler],
  );
  assert.deepEqual(faultyFilesWith(handler, 'return { presence: body.presence }', 'return {}'), [handler]);
});

test('a handler that reads what the spec does not have is a compile error, in its own file', () => {
  const handler = 'server/api/instance/setPresence.ts';
  assert.deepEqual(faultyFilesWith(handler, 'body.presence);', 'body.mood);'), [handler]);
});
