import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { createSamples } from '../../media/samples.ts';
import { type FileServer, startFileServer } from '../../support/file-server.ts';
import { sendToAna } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

const samples = createSamples();
let world: Shop;
let files: FileServer;
let url: string;

before(async () => {
  [world, files] = [await openShop(), await startFileServer()];
  const image = files.url(await samples.image('png', 400, 300));
  const page = join(samples.folder, 'page.html');
  writeFileSync(
    page,
    `<title>The shop</title><meta name="description" content="All we have">
    <meta property="og:image" content="${image}">`,
  );
  url = files.url(page);
});
after(async () => {
  await files.stop();
  await world.stop();
  samples.remove();
});

test('the first link of a text is shown with what its page says of itself', async () => {
  const text = `Look (${url}), and then http://h.test/`;
  const { seen } = await sendToAna(world, 'sendText', { text });
  const { extendedTextMessage } = seen.content;
  const shown = { text, matchedText: url, title: 'The shop', description: 'All we have' };
  assert.partialDeepStrictEqual(extendedTextMessage, shown);
  const { format, width } = await sharp(extendedTextMessage?.jpegThumbnail ?? undefined).metadata();
  assert.deepEqual([format, width], ['jpeg', 192]);
});

test('not if the caller says so, nor if there is nothing to show', async () => {
  for (const body of [{ text: `See ${url}`, linkPreview: false }, { text: `See ${url}-not` }]) {
    const { seen } = await sendToAna(world, 'sendText', body);
    assert.equal(seen.content.extendedTextMessage?.text, body.text);
    assert.ok(!seen.content.extendedTextMessage?.title);
  }
});
