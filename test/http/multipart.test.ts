import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import request, { type Test } from 'supertest';
import { partsToFields } from '../../server/http/multipart-fields.ts';
import { GLOBAL_KEY, testApp } from './test-app.ts';

/** Where files are put while they are of use. */
const FOLDER = mkdtempSync(join(tmpdir(), 'zapgate-forms-'));
process.env.TMPDIR = FOLDER;
after(() => rmSync(FOLDER, { recursive: true }));

const BYTES = Buffer.from('the bytes of a file: \x00\xff', 'latin1');
const LIMIT = 200 * 1024;

/** What the handler found in the file while it was called. */
let found: Buffer | undefined;
const readFile = (_input: unknown, file?: { path: string }) => {
  found = file && readFileSync(file.path);
  return undefined;
};
const { app, calls } = await testApp(
  { BODY_LIMIT: '200kb', VALIDATE_RESPONSES: 'false' },
  { sendMedia: readFile, sendStatus: readFile, sendWhatsAppAudio: readFile },
);

beforeEach(() => {
  calls.length = 0;
  found = undefined;
});

const post = (path: string): Test => request(app).post(path).set('apikey', GLOBAL_KEY);
const body = () => calls[0]?.input.body;

test('a file comes with its name and type, and is gone after the call', async () => {
  const file = { filename: 'Preço.pdf', contentType: 'application/pdf' };
  const form = post('/message/sendMedia/shop-7').field('number', '55').field('mediatype', 'document');
  await form.attach('file', BYTES, file).expect(201);
  assert.deepEqual(found, BYTES);
  const { path = '', name, mimetype } = calls[0]?.context.file ?? {};
  assert.deepEqual([name, mimetype], ['Preço.pdf', 'application/pdf']);
  assert.throws(() => readFileSync(path), /ENOENT/);
});

test('parts that are texts become what the spec says', async () => {
  const form = post('/message/sendMedia/shop-7')
    .field('number', '5511988887777')
    .field('mediatype', 'image')
    .field('delay', '1200')
    .field('mentionsEveryOne', 'True')
    .field('quoted', JSON.stringify({ key: { id: '3EB0', fromMe: true } }))
    .field('mentioned', JSON.stringify(['5511', '5512']))
    .field('caption', '[1]');
  await form.attach('file', BYTES, 'a.png').expect(201);
  assert.partialDeepStrictEqual(body(), {
    ...{ number: '5511988887777', delay: 1200, mentionsEveryOne: true, caption: '[1]' },
    ...{ quoted: { key: { id: '3EB0', fromMe: true } }, mentioned: ['5511', '5512'] },
  });
});

test('a form needs no file, and its media may be text', async () => {
  const form = post('/message/sendWhatsAppAudio/shop-7').field('number', '55').field('encoding', 'False');
  await form.field('audio', 'AAECAw==').expect(201);
  assert.partialDeepStrictEqual(body(), { audio: 'AAECAw==', encoding: false });
  assert.equal(calls[0]?.context.file, undefined);
});

test('the fields of a form are held against the spec', async () => {
  const form = post('/message/sendMedia/shop-7').field('mediatype', 'song');
  const { body: answer } = await form.attach('file', BYTES, 'a.mp3').expect(400);
  assert.match(answer.response.message.join(), /requires property "number".*mediatype must be one of/);
});

/** A form that is refused: how it is made, the status and what the answer names. */
const REFUSED: [string, (form: Test) => Test, number, RegExp][] = [
  ['two files', (form) => form.attach('file', BYTES, 'a').attach('file', BYTES, 'b'), 400, /one file/],
  ['a file by another name', (form) => form.attach('photo', BYTES, 'a'), 400, /send the file as "file"/],
  [
    'a file over the limit',
    (form) => form.attach('file', Buffer.alloc(LIMIT + 1), 'a'),
    413,
    /limit of 204800/,
  ],
  ['a text over the limit', (form) => form.field('caption', 'x'.repeat(LIMIT + 1)), 413, /limit of 204800/],
  ['no boundary', (form) => form.set('content-type', 'multipart/form-data').send('x'), 400, /cannot be read/],
  [
    'no end',
    (form) => form.set('content-type', 'multipart/form-data; boundary=x').send('--x\r\nno header'),
    400,
    /cannot be read/,
  ],
];
for (const [what, make, status, named] of REFUSED) {
  test(`${what} is ${status}`, async () => {
    const response = await make(post('/message/sendMedia/shop-7'));
    assert.equal(response.status, status, response.text);
    assert.match(response.body.response.message.join(), named);
    assert.deepEqual(calls, []);
  });
}

test('no file is left behind', () => {
  assert.deepEqual(readdirSync(FOLDER), []);
});

test('an operation that takes no file takes no form: 415', async () => {
  const response = await post('/message/sendText/shop-7').field('number', '55').field('text', 'hi');
  assert.equal(response.status, 415);
});

const FIELDS: [string, [string, string][], object][] = [
  [
    'the same name twice is a list',
    [
      ['mentioned', '1'],
      ['mentioned', '2'],
    ],
    { mentioned: ['1', '2'] },
  ],
  ['a name with brackets is a list', [['mentioned[]', '1']], { mentioned: ['1'] }],
  ['numbers that are listed are a list', [['statusJidList', '1, 2']], { statusJidList: ['1', '2'] }],
  [
    'a dictionary of Python is an object',
    [['quoted', "{'key': {'id': '3EB0', 'fromMe': True, 'participant': None}}"]],
    { quoted: { key: { id: '3EB0', fromMe: true, participant: null } } },
  ],
  [
    "Python's None is nothing",
    [
      ['delay', 'None'],
      ['quoted', 'None'],
    ],
    {},
  ],
  ['a caption may say None', [['caption', 'None']], { caption: 'None' }],
  ['what is no JSON stays, to be refused', [['quoted', '{x}']], { quoted: '{x}' }],
];
for (const [title, parts, fields] of FIELDS) {
  test(title, () => {
    const given = parts.map(([name, text]) => ({ name, text }));
    assert.deepEqual(partsToFields(given), fields);
  });
}
