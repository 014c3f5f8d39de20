import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { prepareImage } from '../../server/media/image.ts';
import { prepareSticker } from '../../server/media/sticker.ts';
import { createSamples } from './samples.ts';

const samples = createSamples();
after(() => samples.remove());

for (const format of ['png', 'jpeg', 'webp'] as const) {
  test(`a ${format} is sent as it is`, async () => {
    const path = await samples.image(format, 300, 200);
    const picture = await prepareImage(path, samples.empty());
    assert.partialDeepStrictEqual(picture, { path, mimetype: `image/${format}`, width: 300, height: 200 });
    const thumbnail = await sharp(picture.jpegThumbnail).metadata();
    assert.partialDeepStrictEqual(thumbnail, { format: 'jpeg', width: 100, height: 67 });
  });
}

test('an image that WhatsApp does not show becomes a PNG if some of it is transparent', async () => {
  const picture = await prepareImage(await samples.image('gif', 30, 20), samples.empty());
  assert.equal(picture.mimetype, 'image/png');
  const { format, hasAlpha } = await sharp(picture.path).metadata();
  assert.deepEqual({ format, hasAlpha }, { format: 'png', hasAlpha: true });
});

test('an image that lies on its side is measured as it is looked at', async () => {
  const turned = await sharp(await samples.image('jpeg', 30, 20))
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const path = `${samples.folder}/turned.jpeg`;
  await sharp(turned).keepMetadata().toFile(path);
  assert.partialDeepStrictEqual(await prepareImage(path, samples.empty()), { width: 20, height: 30 });
});

test('what is no image is 400', async () => {
  await assert.rejects(prepareImage(import.meta.filename, samples.empty()), {
    status: 400,
    message: /^Error: The media is not an image/,
  });
});

test('an image becomes a sticker of 512 pixels square, of which nothing is cut off', async () => {
  const sticker = await prepareSticker(await samples.image('png', 300, 100), samples.empty());
  assert.partialDeepStrictEqual(sticker, { width: 512, height: 512, isAnimated: false });
  const { format, width, height, hasAlpha } = await sharp(sticker.path).metadata();
  assert.deepEqual([format, width, height, hasAlpha], ['webp', 512, 512, true]);
  const [top] = await sharp(sticker.path)
    .extract({ left: 500, top: 2, width: 1, height: 1 })
    .raw()
    .toBuffer();
  assert.equal(top, 0);
});

for (const format of ['gif', 'webp'] as const) {
  test(`an animated ${format} stays animated`, async () => {
    const sticker = await prepareSticker(await samples.animation(format), samples.empty());
    assert.partialDeepStrictEqual(sticker, { width: 512, height: 512, isAnimated: true });
    const { pages, width, pageHeight } = await sharp(sticker.path, { animated: true }).metadata();
    assert.deepEqual([pages, width, pageHeight], [3, 512, 512]);
  });
}

test('a sticker as given is not touched', async () => {
  const path = await samples.image('webp', 30, 20);
  const before = readFileSync(path);
  const sticker = await prepareSticker(path, samples.empty(), true);
  assert.deepEqual(sticker, { path, width: 30, height: 20, isAnimated: false });
  assert.deepEqual(readFileSync(path), before);
});

test('what is no image is no sticker', async () => {
  await assert.rejects(prepareSticker(import.meta.filename, samples.empty()), { status: 400 });
});
