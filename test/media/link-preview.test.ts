import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { describePage, linkPreview } from '../../server/media/link-preview.ts';
import { createOutbound } from '../../server/outbound/outbound.ts';

const outbound = createOutbound({ allow: ['private'] });
const pages: Record<string, RequestListener> = {
  '/shop': (_request, response) =>
    response.end(
      '<html><head><title>Old</title><meta property="og:title" content="The shop &amp; more">' +
        '<meta name="description" content="All we have"><meta property="og:image" content="/logo.png"></head>',
    ),
  '/plain': (_request, response) =>
    response.end('<title> Plain </title><meta property="og:image" content="/no">'),
  '/untitled': (_request, response) => response.end('<p>hello</p>'),
  '/logo.png': async (_request, response) =>
    response.end(
      await sharp({ create: { width: 400, height: 200, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    ),
  '/endless': (_request, response) => {
    response.write(`<title>Endless</title>${' '.repeat(600 * 1024)}`);
  },
};
const server = createServer((request, response) => {
  const page = pages[request.url ?? ''];
  page ? page(request, response) : response.writeHead(404).end();
});
let origin: string;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await outbound.close();
});

test('a page is shown by its title, its description and its image', async () => {
  const preview = await linkPreview(`${origin}/shop`, outbound);
  assert.partialDeepStrictEqual(preview, { title: 'The shop & more', description: 'All we have' });
  const { format, width } = await sharp(preview?.jpegThumbnail).metadata();
  assert.deepEqual([format, width], ['jpeg', 192]);
});

test('an image that cannot be had is left out', async () => {
  const preview = await linkPreview(`${origin}/plain`, outbound);
  assert.deepEqual(preview, { title: 'Plain', description: undefined, jpegThumbnail: undefined });
});

test('of a large page the beginning is read', async () => {
  assert.equal((await linkPreview(`${origin}/endless`, outbound))?.title, 'Endless');
});

for (const path of ['/untitled', '/none', ':no url']) {
  test(`${path} has no preview`, async () => {
    assert.equal(await linkPreview(origin + path, outbound), undefined);
  });
}

test('a page inside the network has no preview', async () => {
  const guarded = createOutbound({ allow: [] });
  assert.equal(await linkPreview(`${origin}/shop`, guarded), undefined);
  await guarded.close();
});

test('a page is described by the best that it has', () => {
  const page =
    '<meta name="twitter:title" content="T"><meta name="og:description" content=""><title>x</title>';
  assert.deepEqual(describePage(page), { title: 'T' });
});
