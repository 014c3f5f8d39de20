import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { linkedInstance, newNumber } from '../../support/linked-instance.ts';

/** Where files are put while they are of use. */
const folder = mkdtempSync(join(tmpdir(), 'zapgate-upload-'));
let gateway: TestGateway;

/** This gateway does not trust the host to which media go. */
before(async () => {
  gateway = await startTestGateway({ WHATSAPP_CA_FILE: '' });
  await linkedInstance(gateway);
  process.env.TMPDIR = folder;
});
after(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

test('500: WhatsApp does not take the media; nothing of them is left, and nothing was sent', async () => {
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  const media = Buffer.alloc(500_000).toString('base64');
  const body = { number, mediatype: 'document', media, fileName: 'a.bin' };
  const response = await call(gateway, 'POST', '/message/sendMedia/shop').send(body);
  assertRefused(response, 500, ['Error: Media upload failed on all hosts']);
  assert.deepEqual(readdirSync(folder), []);
  assert.ok(!gateway.events.some(({ type }) => type === 'send.message'));
  assert.deepEqual(await gateway.whatsapp.inbox(number), []);
});
