import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { openSource } from '../../server/media/source.ts';
import { inTempFolder } from '../../server/media/temp.ts';
import { createOutbound } from '../../server/outbound/outbound.ts';
import { createSamples } from './samples.ts';

const samples = createSamples();
const outbound = createOutbound({ allow: ['private'] });
const LIMIT = 1_000;
const BYTES = Buffer.from('some bytes that are no text: \x00\xff\xfe', 'latin1');

let answer: RequestListener;
const server = createServer((request, response) => answer(request, response));
let origin: string;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end(BYTES);
});
answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end(BYTES);
after(async () => {
  server.close();
  await outbound.close();
  samples.remove();
});

/** It never comes. */
const { signal } = new AbortController();

const open = (source: string | undefined, from = outbound) =>
  openSource(source, samples.empty(), { outbound: from, limit: LIMIT, signal });

const ENCODED = BYTES.toString('base64');

for (const [form, source] of [
  ['base64', ENCODED],
  ['the other alphabet of base64', ENCODED.replaceAll('+', '-').replaceAll('/', '_')],
  ['base64 in lines', ENCODED.replace(/(.{8})/g, '$1\r\n')],
  ['a data URI', `data:text/plain;base64,${ENCODED}`],
  ['a data URI with parameters', `data:text/plain;charset=utf-8;BASE64,${ENCODED}`],
  ['base64 of several slices', Buffer.alloc(3_000_000, BYTES).toString('base64')],
] as const) {
  test(`${form} is decoded into a file`, async () => {
    const { path, mimetype } = await open(source);
    const bytes = readFileSync(path);
    assert.deepEqual(bytes.subarray(0, BYTES.length), BYTES);
    assert.equal(mimetype, source.startsWith('data:') ? 'text/plain' : undefined);
  });
}

for (const source of [
  undefined,
  '',
  '  ',
  'no media',
  'abc',
  'ab=c',
  'data:text/plain,abcd',
  'ftp://h/x',
  'file:///etc/passwd',
]) {
  test(`${JSON.stringify(source)} is refused`, async () => {
    await assert.rejects(open(source), { status: 400, detail: ['Owned media must be a url or base64'] });
  });
}

test('what a URL leads to is downloaded, with its name and type', async () => {
  const { path, name, mimetype } = await open(`${origin}/a/price%20list.csv?x=1`);
  assert.deepEqual(readFileSync(path), BYTES);
  assert.equal(name, 'price list.csv');
  assert.equal(mimetype, 'text/csv');
});

test('a URL that answers with an error is 400, in the words that clients look for', async () => {
  answer = (_request, response) => response.writeHead(404).end('no such page');
  await assert.rejects(open(`${origin}/gone.png`), {
    status: 400,
    detail: ['AxiosError: Request failed with status code 404'],
  });
});

test('a host that does not answer is 400', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await assert.rejects(open(`http://127.0.0.1:${port}/`), {
    status: 400,
    message: /^AxiosError: .*ECONNREFUSED/,
  });
});

test('an address inside the network is refused', async () => {
  const guarded = createOutbound({ allow: [] });
  await assert.rejects(open(`${origin}/x`, guarded), {
    status: 400,
    message: /^AxiosError: .*not a public address/,
  });
  await guarded.close();
});

test('what is larger than the limit is 413', async () => {
  answer = (_request, response) => response.end(Buffer.alloc(LIMIT + 1));
  await assert.rejects(open(`${origin}/large`), { status: 413 });
});

test('a temporary folder is gone afterwards, also after a failure', async () => {
  let used = '';
  const failing = inTempFolder(async (folder) => {
    used = folder;
    await openSource(ENCODED, folder, { outbound, limit: LIMIT, signal });
    assert.equal(readdirSync(folder).length, 1);
    throw new Error('it failed');
  });
  await assert.rejects(failing, /it failed/);
  assert.throws(() => readdirSync(used), /ENOENT/);
});
