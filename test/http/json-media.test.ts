import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { GLOBAL_KEY, testApp } from './test-app.ts';

const BYTES = randomBytes(999_999);
const BASE64 = BYTES.toString('base64');

let found: Buffer | undefined;
const { app, calls } = await testApp(
  { BODY_LIMIT: '2mb', VALIDATE_RESPONSES: 'false' },
  {
    sendMedia: (_input, file) => {
      found = file && readFileSync(file.path);
      return undefined;
    },
  },
);

beforeEach(() => {
  calls.length = 0;
  found = undefined;
});

const post = (json: string) =>
  request(app)
    .post('/message/sendMedia/shop-7')
    .set('apikey', GLOBAL_KEY)
    .set('content-type', 'application/json')
    .send(json);

const document = (media: string) =>
  JSON.stringify({
    number: '55',
    caption: 'Olá "media":"',
    mediatype: 'document',
    media,
    fileName: 'ação.bin',
  });

/** A JSON text with large media in it, and the type that they say they are. */
const FORMS: [string, string, string?][] = [
  ['base64', document(BASE64)],
  ['a data URI', document(`data:image/png;base64,${BASE64}`), 'image/png'],
  [
    'slashes that are escaped, as PHP does',
    document(`data:a/b;base64,${BASE64}`).replaceAll('/', '\\/'),
    'a/b',
  ],
  ['plus signs that are escaped, as .NET does', document(BASE64).replaceAll('+', '\\u002B')],
  ['line breaks', document(BASE64.replace(/(.{76})/g, '$1\r\n'))],
  ['blanks around', JSON.stringify(JSON.parse(document(BASE64)), null, 2)],
];
for (const [form, json, mimetype] of FORMS) {
  test(`large media are put into a file: ${form}`, async () => {
    await post(json).expect(201);
    assert.ok(found?.equals(BYTES));
    assert.equal(calls[0]?.context.file?.mimetype, mimetype);
    const said = { caption: 'Olá "media":"', fileName: 'ação.bin' };
    assert.partialDeepStrictEqual(calls[0]?.input.body, said);
    assert.ok(JSON.stringify(calls[0]?.input.body).length < 500);
  });
}

test('in the wrapper of version 1 as well', async () => {
  const mediaMessage = { mediatype: 'document', media: BASE64 };
  await post(JSON.stringify({ number: '55', mediaMessage })).expect(201);
  assert.ok(found?.equals(BYTES));
});

test('other large texts stay where they are', async () => {
  const message = { imageMessage: {}, base64: BASE64 };
  const quoted = { key: { id: '3EB0' }, message };
  await post(JSON.stringify({ number: '55', mediatype: 'image', media: 'AAEC', quoted })).expect(201);
  assert.equal(found, undefined);
  assert.partialDeepStrictEqual(calls[0]?.input.body, {
    media: 'AAEC',
    quoted: { message: { base64: BASE64 } },
  });
});

test('compressed media come through as they are', async () => {
  const compressed = request(app).post('/message/sendMedia/shop-7').set('apikey', GLOBAL_KEY);
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const plain = (given: unknown) => given;
  await compressed
    .set(headers)
    .serialize(plain as never)
    .send(gzipSync(document(BASE64)))
    .expect(201);
  assert.partialDeepStrictEqual(calls[0]?.input.body, { media: BASE64 });
});

const REFUSED: [string, string, number, RegExp][] = [
  ['what is no base64', document(`${'!'.repeat(10)}${BASE64}`), 400, /must be a url or base64/],
  ['base64 that is cut off', document(BASE64.slice(0, -3)), 400, /must be a url or base64/],
  ['JSON that is cut off', document(BASE64).slice(0, -1), 400, /JSON/],
  ['JSON that is cut off in the media', document(BASE64).slice(0, 700_000), 400, /JSON/],
  ['what is over the limit', document(BASE64 + BASE64), 413, /limit/],
];
for (const [what, json, status, named] of REFUSED) {
  test(`${what} is ${status}`, async () => {
    const response = await post(json);
    assert.equal(response.status, status, response.text);
    assert.match(response.body.response.message.join(), named);
    assert.deepEqual(calls, []);
  });
}
