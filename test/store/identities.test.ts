import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChat } from '../../server/store/chats.ts';
import { findContactsByJid, upsertContact } from '../../server/store/contacts.ts';
import { findCounterparts, learnIdentities, withCounterparts } from '../../server/store/identities.ts';
import { findInstanceById } from '../../server/store/instances.ts';
import { addChatLabel, labelsOf } from '../../server/store/labels.ts';
import { insertMessage } from '../../server/store/message-insert.ts';
import { searchMessages } from '../../server/store/message-search.ts';
import { findMessageByKey } from '../../server/store/messages.ts';
import { findPollVotes, setPollVote } from '../../server/store/poll-votes.ts';
import { addInstance, newMessage, testDatabase } from './fixtures.ts';

const PN = '5511988887777@s.whatsapp.net';
const LID = '123456789@lid';
const GROUP = '120363000000000000@g.us';

test('both JIDs lead to each other, and what is known already is no news', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  assert.deepEqual(await learnIdentities(db, id, [{ lid: LID, pn: PN }]), [{ lid: LID, pn: PN }]);
  assert.deepEqual(await learnIdentities(db, id, [{ lid: LID, pn: PN }]), []);
  const found = await findCounterparts(db, id, [LID, PN, GROUP, '9@lid']);
  assert.deepEqual(Object.fromEntries(found), { [LID]: PN, [PN]: LID });
  assert.deepEqual(await withCounterparts(db, id, [PN, GROUP]), [PN, GROUP, LID]);
  const other = await addInstance(db, 'other');
  assert.deepEqual(await withCounterparts(db, other.id, [PN]), [PN]);
});

test('many are learnt at once', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const many = Array.from({ length: 1_200 }, (_, n) => ({ lid: `${n}@lid`, pn: `${n}@s.whatsapp.net` }));
  assert.equal((await learnIdentities(db, id, many)).length, 1_200);
  assert.equal(
    (
      await findCounterparts(
        db,
        id,
        many.map(({ lid }) => lid),
      )
    ).size,
    1_200,
  );
});

test('what was stored under a LID follows when its number becomes known', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await insertMessage(db, newMessage(id, { key_id: 'chat', remote_jid: LID }));
  const inserted = await insertMessage(
    db,
    newMessage(id, { key_id: 'group', remote_jid: GROUP, participant: LID }),
  );
  await upsertContact(db, id, { remote_jid: LID, push_name: 'Ana', type: 'contact' });
  await addChatLabel(db, id, LID, '5');
  const poll = inserted?.id ?? '';
  await setPollVote(db, id, poll, { voter: LID, options: ['Yes'], voted_at: 1 });
  await learnIdentities(db, id, [{ lid: LID, pn: PN }]);

  const message = await findMessageByKey(db, id, { id: 'chat' });
  assert.deepEqual([message?.remote_jid, message?.remote_jid_alt], [PN, LID]);
  const inGroup = await findMessageByKey(db, id, { id: 'group' });
  assert.deepEqual([inGroup?.participant, inGroup?.participant_alt], [PN, LID]);
  assert.equal(await findChat(db, id, [LID]), undefined);
  assert.equal((await findChat(db, id, [PN]))?.unread_count, 1);
  assert.equal((await findContactsByJid(db, id, [PN]))[0]?.push_name, 'Ana');
  assert.deepEqual((await labelsOf(db, id, [PN])).get(PN), ['5']);
  assert.equal((await findPollVotes(db, [poll]))[poll]?.[0]?.voter, PN);
  for (const jid of [PN, LID]) {
    const { total } = await searchMessages(db, id, { remoteJids: [jid] }, { number: 1, size: 10 });
    assert.equal(total, 1, jid);
  }
});

test('two halves of one chat become one, and what they share is there once', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await insertMessage(db, newMessage(id, { key_id: 'old', remote_jid: PN, message_timestamp: 10 }));
  await insertMessage(db, newMessage(id, { key_id: 'new', remote_jid: LID, message_timestamp: 20 }));
  await insertMessage(db, newMessage(id, { key_id: 'twice', remote_jid: PN, message_timestamp: 15 }));
  await insertMessage(db, newMessage(id, { key_id: 'twice', remote_jid: LID, message_timestamp: 15 }));
  await upsertContact(db, id, { remote_jid: PN, name: 'Ana Silva', type: 'group_member' });
  await upsertContact(db, id, { remote_jid: LID, push_name: 'Ana', type: 'contact' });
  await learnIdentities(db, id, [{ lid: LID, pn: PN }]);

  const chat = await findChat(db, id, [PN, LID]);
  const newest = await findMessageByKey(db, id, { id: 'new' });
  assert.deepEqual([chat?.remote_jid, chat?.active_at, chat?.last_message_id], [PN, 20, newest?.id]);
  const [contact] = await findContactsByJid(db, id, [PN, LID]);
  assert.partialDeepStrictEqual(contact, { push_name: 'Ana', name: 'Ana Silva', type: 'contact' });
  assert.partialDeepStrictEqual(await findInstanceById(db, id), {
    ...{ message_count: 3, chat_count: 1, contact_count: 1 },
  });
});
