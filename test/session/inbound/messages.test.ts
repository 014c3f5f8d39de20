import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proto } from '@whiskeysockets/baileys';
import { findContactsByJid } from '../../../server/store/contacts.ts';
import { searchMessages } from '../../../server/store/message-search.ts';
import { findMessageByKey } from '../../../server/store/messages.ts';
import { ANA, ANA_LID, BOB, dataOf, GROUP, message, testInbound, typesOf, upsert } from './inbound.ts';

const { REVOKE, MESSAGE_EDIT } = proto.Message.ProtocolMessage.Type;

test('a message is told once, with its new chat and contact', async (t) => {
  const { deliver } = await testInbound(t);
  const text = message({ conversation: 'hello' });
  const events = await deliver(upsert(text));
  assert.deepEqual(typesOf(events), ['messages.upsert', 'chats.upsert', 'contacts.upsert']);
  assert.partialDeepStrictEqual(dataOf(events, 'chats.upsert'), [{ remoteJid: ANA, unreadMessages: 1 }]);
  assert.partialDeepStrictEqual(dataOf(events, 'contacts.upsert'), [{ remoteJid: ANA, pushName: 'Ana' }]);
  assert.deepEqual(await deliver(upsert(text)), []);
  assert.deepEqual(typesOf(await deliver(upsert(message({ conversation: 'again' })))), ['messages.upsert']);
  const renamed = await deliver(upsert(message({ conversation: 'x' }, {}, { pushName: 'Ana S.' })));
  assert.partialDeepStrictEqual(dataOf(renamed, 'contacts.update'), [{ pushName: 'Ana S.' }]);
});

test('the phone comes first, the LID beside it, whichever of them a message comes under', async (t) => {
  const { deliver } = await testInbound(t);
  const unknown = await deliver(upsert(message({ conversation: 'who?' }, { remoteJid: ANA_LID })));
  assert.partialDeepStrictEqual(dataOf(unknown, 'messages.upsert'), { key: { remoteJid: ANA_LID } });
  const known = { remoteJid: ANA_LID, remoteJidAlt: ANA, addressingMode: 'lid' };
  const both = { key: { remoteJid: ANA, remoteJidAlt: ANA_LID } };
  const told = await deliver(upsert(message({ conversation: 'me' }, known)));
  assert.partialDeepStrictEqual(dataOf(told, 'messages.upsert'), both);
  for (const remoteJid of [ANA, ANA_LID]) {
    const events = await deliver(upsert(message({ conversation: 'it is me' }, { remoteJid })));
    assert.partialDeepStrictEqual(dataOf(events, 'messages.upsert'), both, remoteJid);
    assert.deepEqual(typesOf(events), ['messages.upsert'], 'no other chat, no other contact');
  }
});

test('authors in groups come by phone as well', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const key = { remoteJid: GROUP, participant: ANA_LID };
  await deliver(upsert(message({ conversation: 'a' }, key)));
  await deliver({ 'lid-mapping.update': { lid: ANA_LID, pn: ANA } });
  const events = await deliver(upsert(message({ conversation: 'b' }, key)));
  assert.partialDeepStrictEqual(dataOf(events, 'messages.upsert'), {
    key: { remoteJid: GROUP, participant: ANA, participantAlt: ANA_LID },
  });
  const { total } = await searchMessages(db, id, { participants: [ANA] }, { number: 1, size: 10 });
  assert.equal(total, 2, 'the first one has followed');
  assert.partialDeepStrictEqual(await findContactsByJid(db, id, [ANA]), [{ type: 'group_member' }]);
});

test('groups are dropped where the settings say so', async (t) => {
  const { deliver } = await testInbound(t, { groups_ignore: 1 });
  assert.deepEqual(
    await deliver(upsert(message({ conversation: 'a' }, { remoteJid: GROUP, participant: ANA }))),
    [],
  );
  assert.deepEqual(await deliver({ 'groups.update': [{ id: GROUP, subject: 'x' }] }), []);
});

test('an edit changes the message, is told once, and is the last word', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const text = message({ extendedTextMessage: { text: 'helo', contextInfo: { stanzaId: 'X' } } });
  await deliver(upsert(text));
  const edit = (editedText: string, timestampMs: number) => {
    const editedMessage = { conversation: editedText };
    return message({
      editedMessage: {
        message: { protocolMessage: { type: MESSAGE_EDIT, key: text.key, editedMessage, timestampMs } },
      },
    });
  };
  const first = edit('hello', 1_741_064_800_000);
  assert.deepEqual(dataOf(await deliver(upsert(first)), 'messages.edited'), {
    key: { id: text.key.id, fromMe: false, remoteJid: ANA },
    type: 'MESSAGE_EDIT',
    editedMessage: { conversation: 'hello' },
    timestampMs: '1741064800000',
    pushName: 'Ana',
  });
  assert.deepEqual(await deliver(upsert(first)), []);
  assert.deepEqual(await deliver(upsert(edit('hallo', 1_741_064_799_000))), [], 'an older edit');
  const { total, records } = await searchMessages(db, id, {}, { number: 1, size: 10 });
  assert.equal(total, 1);
  assert.partialDeepStrictEqual(records[0], {
    message: { conversation: 'hello' },
    context_info: { stanzaId: 'X' },
    updates: [{ status: 'EDITED' }],
  });
});

test('an edit of a message that was never seen is that message', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const protocolMessage = { type: MESSAGE_EDIT, key: { id: 'OLD' }, editedMessage: { conversation: 'new' } };
  const events = await deliver(upsert(message({ protocolMessage })));
  assert.deepEqual(typesOf(events), ['messages.edited']);
  assert.deepEqual((await findMessageByKey(db, id, { id: 'OLD' }))?.message, { conversation: 'new' });
});

test('nobody edits what others wrote', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const text = message({ conversation: 'mine' }, { remoteJid: GROUP, participant: ANA });
  await deliver(upsert(text));
  for (const key of [{ participant: BOB }, { fromMe: true, participant: '15550001111@s.whatsapp.net' }]) {
    const editedMessage = { conversation: 'not mine' };
    const protocolMessage = { type: MESSAGE_EDIT, key: text.key, editedMessage };
    assert.deepEqual(await deliver(upsert(message({ protocolMessage }, { remoteJid: GROUP, ...key }))), []);
  }
  const row = await findMessageByKey(db, id, { id: text.key.id ?? '' });
  assert.deepEqual(row?.message, { conversation: 'mine' });
});

test('a caption is edited, and its picture stays', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const picture = message({
    imageMessage: { caption: 'old', mediaKey: new Uint8Array([1]), mimetype: 'image/png' },
  });
  await deliver(upsert(picture));
  const editedMessage = { imageMessage: { caption: 'new' } };
  await deliver(
    upsert(message({ protocolMessage: { type: MESSAGE_EDIT, key: picture.key, editedMessage } })),
  );
  assert.deepEqual((await findMessageByKey(db, id, { id: picture.key.id ?? '' }))?.message, {
    imageMessage: { caption: 'new', mediaKey: 'AQ==', mimetype: 'image/png' },
  });
});

test('a message that is taken back stays, marked', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const text = message({ conversation: 'oops' });
  await deliver(upsert(text));
  const revoke = message({ protocolMessage: { type: REVOKE, key: text.key } });
  const row = await findMessageByKey(db, id, { id: text.key.id ?? '' });
  assert.deepEqual(dataOf(await deliver(upsert(revoke)), 'messages.delete'), {
    ...{ id: text.key.id, fromMe: false, remoteJid: ANA, status: 'DELETED', messageId: row?.id },
    key: { id: text.key.id, fromMe: false, remoteJid: ANA, deleted: true },
    ...{ pushName: 'Ana', message: { conversation: 'oops' }, messageType: 'conversation' },
    ...{ messageTimestamp: 1_741_064_767, instanceId: id, source: row?.source },
  });
  assert.deepEqual(await deliver(upsert(revoke)), []);
  const late = { type: MESSAGE_EDIT, key: text.key, editedMessage: { conversation: 'late' } };
  assert.deepEqual(await deliver(upsert(message({ protocolMessage: late }))), []);
  const kept = await findMessageByKey(db, id, { id: text.key.id ?? '' });
  assert.partialDeepStrictEqual(kept, { status: 'DELETED', message: { conversation: 'oops' } });
});

test('only who wrote a message, or an admin of its group, takes it back', async (t) => {
  const { deliver } = await testInbound(t);
  const own = message({ conversation: 'mine' }, { fromMe: true });
  await deliver(upsert(own));
  const foreign = message({ protocolMessage: { type: REVOKE, key: own.key } });
  assert.deepEqual(await deliver(upsert(foreign)), []);
  const inGroup = message({ conversation: 'spam' }, { remoteJid: GROUP, participant: ANA });
  await deliver(upsert(inGroup));
  const key = { remoteJid: GROUP, participant: BOB };
  const byAdmin = message({ protocolMessage: { type: REVOKE, key: inGroup.key } }, key);
  assert.deepEqual(typesOf(await deliver(upsert(byAdmin))), ['messages.delete']);
});

test('a reaction is a message, and leaves the chat as it is', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const text = message({ conversation: 'hello' });
  await deliver(upsert(text));
  const events = await deliver(upsert(message({ reactionMessage: { key: text.key, text: '👍' } })));
  assert.partialDeepStrictEqual(dataOf(events, 'messages.upsert'), {
    messageType: 'reactionMessage',
    message: { reactionMessage: { text: '👍', key: { id: text.key.id } } },
  });
  const chat = await db.selectFrom('chat').selectAll().where('instance_id', '=', id).executeTakeFirst();
  assert.equal(chat?.unread_count, 1);
});
