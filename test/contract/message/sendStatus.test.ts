import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { createSamples } from '../../media/samples.ts';
import { assertRefused, call } from '../../support/call.ts';
import { newNumber } from '../../support/linked-instance.ts';
import { inInbox } from '../../support/messages.ts';
import { mediaOf, post, seenByAna, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

const samples = createSamples();
let world: Shop;
before(async () => {
  world = await openShop();
});
after(async () => {
  await world.stop();
  samples.remove();
});

testSend('sendStatus', () => world);

const TEXT = { type: 'text', content: 'Open again', backgroundColor: '#128C7E', font: 1 };

async function publish(body: object) {
  const statusJidList = [world.ana.number];
  const response = await post(world, 'sendStatus', { statusJidList, ...body }).expect(201);
  return { sent: response.body, seen: await seenByAna(world, response.body.key.id) };
}

test('201: a text, with its colour and its font', async () => {
  const { sent, seen } = await publish(TEXT);
  assert.equal(sent.key.remoteJid, 'status@broadcast');
  assert.equal(seen.whole.key.remoteJid, 'status@broadcast');
  const shown = { text: 'Open again', backgroundArgb: 0xff128c7e, font: 1 };
  assert.partialDeepStrictEqual(seen.content.extendedTextMessage, shown);
});

test('201: a picture with a caption', async () => {
  const path = await samples.image('jpeg', 30, 40);
  const { seen } = await publish({ type: 'image', content: readFileSync(path, 'base64'), caption: 'New' });
  assert.partialDeepStrictEqual(seen.content.imageMessage, { caption: 'New', width: 30, height: 40 });
  assert.deepEqual(await mediaOf(seen), readFileSync(path));
});

test('201: a video, and audio as a voice message', async () => {
  const video = await publish({ type: 'video', content: readFileSync(samples.video(), 'base64') });
  assert.equal(video.seen.content.videoMessage?.seconds, 1);
  const audio = await publish({ type: 'audio', content: readFileSync(samples.tone('mp3'), 'base64') });
  assert.partialDeepStrictEqual(audio.seen.content.audioMessage, { ptt: true, seconds: 2 });
});

test('201: an uploaded file, the audience as text', async () => {
  const response = await call(world.gateway, 'POST', '/message/sendStatus/shop')
    .field('type', 'image')
    .field('statusJidList', JSON.stringify([world.anaJid]))
    .field('allContacts', 'False')
    .attach('file', await samples.image('png', 20, 20));
  assert.equal(response.status, 201, JSON.stringify(response.body));
  assert.equal((await seenByAna(world, response.body.key.id)).content.imageMessage?.width, 20);
});

test('201: as version 1 writes it', async () => {
  const statusMessage = { ...TEXT, content: 'Old', statusJidList: [world.anaJid] };
  const { body } = await post(world, 'sendStatus', { statusMessage }).expect(201);
  assert.equal((await seenByAna(world, body.key.id)).content.extendedTextMessage?.text, 'Old');
});

test('201: to all contacts', async () => {
  await world.hearsFromAna('I am a contact now');
  const { body } = await post(world, 'sendStatus', { ...TEXT, content: 'All', allContacts: true }).expect(
    201,
  );
  assert.equal((await seenByAna(world, body.key.id)).content.extendedTextMessage?.text, 'All');
});

test('a status whose connection is lost goes on to the last of its audience when it is back', async () => {
  const { gateway, shop } = world;
  const many = Array.from({ length: 150 }, newNumber);
  for (const number of many) await gateway.whatsapp.phone(number);
  const body = { ...TEXT, content: 'To be continued', statusJidList: many };
  const { key } = (await post(world, 'sendStatus', body).expect(201)).body;
  await gateway.whatsapp.faults({ disconnect: { number: shop.number } });
  for (const number of [many[0], many[149]]) {
    const { text } = await inInbox(gateway, number ?? '', key.id);
    assert.equal(text, 'To be continued');
  }
});

test('a status that does not get to everybody becomes ERROR, and stays it', async () => {
  const { gateway, ana } = world;
  const many = Array.from({ length: 150 }, newNumber);
  for (const number of many) await gateway.whatsapp.phone(number);
  const statusJidList = [ana.number, ...many];
  const { body } = await post(world, 'sendStatus', { ...TEXT, content: 'Many', statusJidList }).expect(201);
  const { id } = body.key;
  await gateway.whatsapp.faults({ forgePreKeys: true });
  const failed = await gateway.event(
    ({ type, data }) => type === 'messages.update' && isError(data as { keyId: string; status: string }, id),
  );
  await gateway.whatsapp.faults({ forgePreKeys: false });
  assert.match(String((failed.data as { reason: string }).reason), /^Error: /);
  await seenByAna(world, id);
  const found = await post(world, 'findMessages', { where: { key: { id } } }).expect(200);
  assert.equal(found.body.messages.records[0].status, 'ERROR');
});

const isError = ({ keyId, status }: { keyId: string; status: string }, id: string): boolean =>
  keyId === id && status === 'ERROR';

test('400: a text with a file', async () => {
  const form = call(world.gateway, 'POST', '/message/sendStatus/shop').field(TEXT);
  const response = await form.attach('file', Buffer.from('x'), 'x.txt');
  assertRefused(response, 400, ['A text has no file']);
});

const REFUSED: [string, object][] = [
  ['Content is required', { ...TEXT, content: '' }],
  ['Background color is required', { ...TEXT, backgroundColor: '' }],
  ['Font is required', { type: 'text', content: 'x', backgroundColor: '#000000' }],
  ['StatusJidList is required', TEXT],
];
for (const [message, body] of REFUSED) {
  test(`400: ${message}`, async () => {
    const audience = message.startsWith('StatusJidList') ? {} : { statusJidList: [world.ana.number] };
    assertRefused(await post(world, 'sendStatus', { ...body, ...audience }), 400, [message]);
  });
}
