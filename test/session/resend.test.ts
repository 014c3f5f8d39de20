import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { toResend } from '../../server/session/resend.ts';
import { openDatabase } from '../../server/store/db.ts';
import { inInbox } from '../support/messages.ts';
import { heard } from '../support/shop.ts';
import { openTeam, type Team } from '../support/team.ts';

let world: Team;
const instance = 'shop';

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

async function sent(number: string, text: string): Promise<string> {
  const { gateway, ana } = world;
  const { key } = await gateway.client.message.sendText({ instance, body: { number, text } });
  await inInbox(gateway, ana.number, key.id);
  await ana.client.text(text);
  return key.id;
}

/** What Ana's client is told of a message: its new text, or null if it was taken back. */
const seen = (id: string): Promise<string | null> =>
  heard(world.ana.client, 'messages.update', (updates) => {
    const { message } = updates.find(({ key }) => key.id === id)?.update ?? {};
    const text = message?.editedMessage?.message;
    return message === null ? null : (text?.conversation ?? text?.extendedTextMessage?.text ?? undefined);
  });

for (const [where, chat] of [
  ['a chat of two', () => world.anaJid],
  ['a group', () => world.team],
] as const) {
  test(`an edit that could not be decrypted is sent again: ${where}`, async () => {
    const { gateway, ana } = world;
    const id = await sent(chat(), `One, ${where}`);
    const reading = seen(id);
    await gateway.whatsapp.faults({ corruptNext: 2 });
    const key = { id, fromMe: true, remoteJid: chat() };
    const body = { number: chat(), text: 'Two', key };
    const change = await gateway.client.chat.updateMessage({ instance, body });
    assert.equal(await reading, 'Two');
    assert.equal((await inInbox(gateway, ana.number, change.key.id)).type, 'edit');
  });

  test(`a deletion that could not be decrypted is sent again: ${where}`, async () => {
    const { gateway, ana } = world;
    const id = await sent(chat(), `Gone, ${where}`);
    const reading = seen(id);
    await gateway.whatsapp.faults({ corruptNext: 2 });
    const body = { id, fromMe: true, remoteJid: chat() };
    const change = await gateway.client.chat.deleteMessageForEveryone({ instance, body });
    assert.equal(await reading, null);
    assert.equal((await inInbox(gateway, ana.number, change.key.id)).type, 'delete');
  });
}

test('an edited message is sent again as it reads now, one that was taken back not at all', async (t) => {
  const { gateway, anaJid } = world;
  const db = await openDatabase(join(gateway.folder, 'zapgate.db'));
  t.after(() => db.destroy());
  const key = { id: await sent(anaJid, 'Draft'), fromMe: true, remoteJid: anaJid };
  const [{ instanceId = '' } = {}] = await gateway.client.chat.findStatusMessage({ instance, body: {} });
  await gateway.client.chat.updateMessage({ instance, body: { number: anaJid, text: 'Final', key } });
  const resent = await toResend(db, instanceId, key.id);
  assert.equal(resent?.extendedTextMessage?.text, 'Final');
  await gateway.client.chat.deleteMessageForEveryone({ instance, body: key });
  assert.equal(await toResend(db, instanceId, key.id), undefined);
});
