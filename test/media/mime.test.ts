import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { mimeOf } from '../../server/media/mime.ts';
import { createSamples } from './samples.ts';

const samples = createSamples();
after(() => samples.remove());

const png = await samples.image('png', 10, 10);
const text = join(samples.folder, 'text');
writeFileSync(text, 'a,b\n1,2\n');

const ROWS: [string, Parameters<typeof mimeOf>, string][] = [
  ['what the caller says', [{ path: png }, 'image/x-mine', 'a.csv'], 'image/x-mine'],
  ['the bytes', [{ path: png, mimetype: 'text/plain' }, undefined, 'a.csv'], 'image/png'],
  ['the bytes, where the caller says nonsense', [{ path: png }, 'false'], 'image/png'],
  ['the given name', [{ path: text, name: 'a.txt' }, undefined, 'A.CSV'], 'text/csv'],
  ['the name at the source', [{ path: text, name: 'a.csv', mimetype: 'text/plain' }], 'text/csv'],
  ['what the source says', [{ path: text, mimetype: 'text/x-mine' }], 'text/x-mine'],
  ['nothing', [{ path: text, mimetype: 'application/octet-stream' }], 'application/octet-stream'],
];

for (const [decided, args, expected] of ROWS) {
  test(`the type is decided by ${decided}`, async () => {
    assert.equal(await mimeOf(...args), expected);
  });
}
