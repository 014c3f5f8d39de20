import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const TSC = resolve('node_modules/.bin/tsc');
const { dependencies } = JSON.parse(readFileSync('clients/typescript/package.json', 'utf8'));

/** A program that has the client installed: compiled as it is published, beside what it depends on. */
const CONSUMER = `
import { verifyWebhook, WebhookVerificationError, ZapgateClient, type ZapgateEvent } from '@zapgate/client';

const client: ZapgateClient = new ZapgateClient({ baseUrl: 'http://localhost:8080', apiKey: 'key' });
const sender = (event: ZapgateEvent): string | null =>
  event.event === 'messages.upsert' ? event.data.key.remoteJid : event.sender;
try {
  sender(await verifyWebhook({ headers: {}, body: '{}' }, 'c2VjcmV0'));
} catch (error) {
  if (error instanceof WebhookVerificationError) console.log(error.fault, typeof client.message.sendText);
}
`;

/** Stricter than what the client is compiled by: its declarations are checked too. */
const compilerOptions = {
  ...{ target: 'es2022', module: 'nodenext', lib: ['es2022', 'dom'], types: [] },
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
};

let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'zapgate-consumer-'));
  const installed = join(folder, 'node_modules/@zapgate/client');
  mkdirSync(installed, { recursive: true });
  cpSync('clients/typescript/package.json', join(installed, 'package.json'));
  run(['-p', 'clients/typescript', '--outDir', join(installed, 'dist')]);
  for (const name of Object.keys(dependencies))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  writeFileSync(join(folder, 'consumer.ts'), CONSUMER);
});
after(() => rmSync(folder, { recursive: true, force: true }));

function run(options: string[]): void {
  const { status, stdout } = spawnSync(process.execPath, [TSC, ...options], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
}

test('its dependencies are those of this repository', () => {
  const here = JSON.parse(readFileSync('package.json', 'utf8')).dependencies;
  for (const [name, range] of Object.entries(dependencies)) assert.equal(range, `^${here[name]}`);
});

test('what is published runs under Node, and a strict compiler takes its types', () => {
  run(['-p', folder]);
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'consumer.js')], { encoding: 'utf8' });
  assert.equal(stdout, 'missing header function\n', stderr);
});
