import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MessageRecord, Quoted } from '../../../clients/typescript/src/index.ts';
import { type Contact, newContact, presenceOf } from '../../support/contact.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { type LinkedInstance, linkedInstance } from '../../support/linked-instance.ts';
import { arrived } from '../../support/messages.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let ana: Contact;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  ana = await newContact(gateway, 'Ana');
});
after(async () => {
  await ana.client.end();
  await gateway.stop();
});

const send = (body: { text: string; delay?: number; quoted?: Quoted }): Promise<MessageRecord> =>
  gateway.client.message.sendText({ instance: 'shop', body: { number: ana.number, ...body } });

/** What Ana's client sees of the text that she is sent with this body. */
async function seenByAna(body: { text: string; quoted: Quoted }) {
  const record = await send(body);
  const { message } = await ana.client.text(body.text);
  const { stanzaId, participant, quotedMessage } = message?.extendedTextMessage?.contextInfo ?? {};
  const quotedText = quotedMessage?.conversation ?? quotedMessage?.extendedTextMessage?.text;
  return { record, quoted: { id: stanzaId ?? undefined, by: participant, text: quotedText ?? undefined } };
}

test('201: with a delay the recipient sees typing, its end, and the text', async () => {
  const [typing, paused] = [presenceOf(ana, 'composing'), presenceOf(ana, 'available')];
  const answer = send({ text: 'after some typing', delay: 50 });
  await typing;
  await paused;
  const { key } = await answer;
  assert.equal((await ana.client.text('after some typing')).key.id, key.id);
});

test('201: a reply to a stored message needs its id alone', async () => {
  const id = await arrived(gateway, ana.number, shop.number, 'Are you open?');
  const { record, quoted } = await seenByAna({ text: 'Until eight', quoted: { key: { id } } });
  assert.equal(quoted.id, id);
  assert.equal(quoted.text, 'Are you open?');
  assert.match(String(quoted.by), new RegExp(`^${ana.number}@|@lid$`));
  assert.partialDeepStrictEqual(record, {
    message: { conversation: 'Until eight' },
    contextInfo: { stanzaId: id, quotedMessage: { conversation: 'Are you open?' } },
  });
});

test('201: a reply to a message of one’s own', async () => {
  const first = await send({ text: 'We have moved' });
  const quoted = { key: { id: first.key.id, remoteJid: first.key.remoteJid, fromMe: true } };
  const seen = await seenByAna({ text: 'Here is where', quoted });
  assert.partialDeepStrictEqual(seen.quoted, { id: first.key.id, text: 'We have moved' });
  assert.match(String(seen.quoted.by), new RegExp(`^${shop.number}@|@lid$`));
});

test('201: a reply to a message that is not stored brings its content along', async () => {
  const quoted = { key: { id: 'AC00FFEE' }, message: { conversation: 'Long ago' } };
  const seen = await seenByAna({ text: 'I remember', quoted });
  assert.partialDeepStrictEqual(seen.quoted, { id: 'AC00FFEE', text: 'Long ago' });
});

test('201: a reply to a message that nobody knows goes out without it', async () => {
  const { record, quoted } = await seenByAna({ text: 'To what?', quoted: { key: { id: 'AC0DEAD' } } });
  assert.equal(quoted.id, undefined);
  assert.equal(record.contextInfo, null);
});
