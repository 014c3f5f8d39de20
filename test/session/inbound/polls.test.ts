import assert from 'node:assert/strict';
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { proto, type WAMessage } from '@whiskeysockets/baileys';
import { ANA, ANA_LID, BOB, dataOf, GROUP, ME, message, testInbound, typesOf, upsert } from './inbound.ts';

const hmac = (key: Uint8Array, data: Uint8Array) => createHmac('sha256', key).update(data).digest();

/** Encrypts a vote as WhatsApp's clients do: the reverse of Baileys' `decryptPollVote`. */
function encrypted(poll: WAMessage, secret: Uint8Array, creator: string, voter: string, options: string[]) {
  const id = poll.key.id ?? '';
  const sign = Buffer.concat([Buffer.from(`${id}${creator}${voter}Poll Vote`), Buffer.from([1])]);
  const key = hmac(hmac(new Uint8Array(32), secret), sign);
  const selectedOptions = options.map((name) => createHash('sha256').update(name).digest());
  const plain = proto.Message.PollVoteMessage.encode({ selectedOptions }).finish();
  const encIv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, encIv).setAAD(Buffer.from(`${id}\0${voter}`));
  const encPayload = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { encPayload, encIv };
}

function poll(secret: Uint8Array, key: Partial<WAMessage['key']>): WAMessage {
  const options = ['Yes', 'No'].map((optionName) => ({ optionName }));
  return message(
    { pollCreationMessageV3: { name: 'Lunch?', options }, messageContextInfo: { messageSecret: secret } },
    key,
  );
}

function vote(of: WAMessage, ballot: object, key: Partial<WAMessage['key']>, time: number): WAMessage {
  const pollUpdateMessage = { pollCreationMessageKey: of.key, vote: ballot, senderTimestampMs: time };
  return message({ pollUpdateMessage }, { remoteJid: of.key.remoteJid ?? '', ...key });
}

test('votes are counted, and the last one of each counts', async (t) => {
  const { deliver } = await testInbound(t);
  const secret = randomBytes(32);
  const question = poll(secret, { remoteJid: GROUP, fromMe: true, participant: ME });
  await deliver(upsert(question));
  const ana = { participant: ANA_LID, participantAlt: ANA };
  const ballot = (voter: string, options: string[]) => encrypted(question, secret, ME, voter, options);

  const first = vote(question, ballot(ANA_LID, ['Yes']), ana, 1);
  const events = await deliver(upsert(first));
  assert.deepEqual(typesOf(events).slice(0, 2), ['messages.upsert', 'messages.update']);
  assert.partialDeepStrictEqual(dataOf(events, 'messages.update'), {
    keyId: question.key.id,
    pollUpdates: [
      { name: 'Yes', voters: [ANA] },
      { name: 'No', voters: [] },
    ],
  });
  assert.deepEqual(await deliver(upsert(first)), []);

  const byBob = await deliver(upsert(vote(question, ballot(BOB, ['Yes', 'No']), { participant: BOB }, 2)));
  assert.deepEqual(dataOf(byBob, 'messages.update')?.pollUpdates, [
    { name: 'Yes', voters: [ANA, BOB] },
    { name: 'No', voters: [BOB] },
  ]);
  const changed = await deliver(upsert(vote(question, ballot(ANA, ['No']), ana, 3)));
  assert.deepEqual(dataOf(changed, 'messages.update')?.pollUpdates?.[1], { name: 'No', voters: [BOB, ANA] });
  const none = await deliver(upsert(vote(question, ballot(ANA, []), ana, 4)));
  assert.deepEqual(dataOf(none, 'messages.update')?.pollUpdates?.[1], { name: 'No', voters: [BOB] });
  const late = await deliver(upsert(vote(question, ballot(ANA, ['Yes']), ana, 2)));
  assert.deepEqual(typesOf(late), ['messages.upsert'], 'an older vote is told and not counted');
});

test('what is no vote in a poll that is known counts nothing', async (t) => {
  const { deliver } = await testInbound(t);
  const secret = randomBytes(32);
  const question = poll(secret, {});
  const ballot = encrypted(question, secret, ANA, ME, ['Yes']);
  const own = { fromMe: true };
  assert.deepEqual(
    typesOf(await deliver(upsert(vote(question, ballot, own, 1)))).includes('messages.update'),
    false,
  );
  await deliver(upsert(question));
  const forged = encrypted(question, randomBytes(32), ANA, ME, ['Yes']);
  assert.deepEqual(typesOf(await deliver(upsert(vote(question, forged, own, 2)))), ['messages.upsert']);
  const good = await deliver(upsert(vote(question, ballot, own, 3)));
  assert.deepEqual(dataOf(good, 'messages.upsert')?.pollUpdates?.[0], { name: 'Yes', voters: [ME] });
});

test('votes under the LID and under the number are those of one person, the last of whom counts', async (t) => {
  const { db, deliver } = await testInbound(t);
  const secret = randomBytes(32);
  const question = poll(secret, { remoteJid: GROUP, fromMe: true, participant: ME });
  await deliver(upsert(question));
  const cast = (voter: string, options: string[], time: number) =>
    deliver(
      upsert(vote(question, encrypted(question, secret, ME, voter, options), { participant: voter }, time)),
    );
  await cast(ANA, ['Yes'], 1);
  const both = await cast(ANA_LID, ['No'], 2);
  assert.deepEqual(dataOf(both, 'messages.update')?.pollUpdates?.[1], { name: 'No', voters: [ANA_LID] });
  await deliver({ 'lid-mapping.update': { lid: ANA_LID, pn: ANA } });
  const votes = await db.selectFrom('poll_vote').select(['voter', 'options']).execute();
  assert.deepEqual(votes, [{ voter: ANA, options: '["No"]' }]);
});
