import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { type FileServer, startFileServer } from '../../support/file-server.ts';
import { post, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
let files: FileServer;

before(async () => {
  [world, files] = await Promise.all([openShop(), startFileServer()]);
});
after(async () => {
  await Promise.all([world.stop(), files.stop()]);
});

testSend('sendMedia', () => world);

const REFUSED: [string, object, unknown][] = [
  ['no media', { mediatype: 'image' }, ['Owned media must be a url or base64']],
  ['what is neither', { mediatype: 'image', media: 'no media!' }, ['Owned media must be a url or base64']],
  [
    'a nameless document',
    { mediatype: 'document', media: 'AAECAw==' },
    ['For base64 the file name must be informed.'],
  ],
];
for (const [what, body, message] of REFUSED) {
  test(`400: ${what}`, async () => {
    assertRefused(await post(world, 'sendMedia', { number: world.ana.number, ...body }), 400, message);
  });
}

test('400: an address that leads to nothing', async () => {
  const media = files.url('/nothing').replace('/nothing', '/gone');
  const response = await post(world, 'sendMedia', { number: world.ana.number, mediatype: 'image', media });
  assertRefused(response, 400, ['AxiosError: Request failed with status code 404']);
});

test('400: an image that is none', async () => {
  const body = { number: world.ana.number, mediatype: 'image', media: 'AAECAw==' };
  const response = await post(world, 'sendMedia', body);
  assertRefused(response, 400);
  assert.match(response.body.response.message[0], /^Error: The media is not an image/);
});
