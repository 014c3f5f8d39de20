import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proto } from '@whiskeysockets/baileys';
import { searchStatuses } from '../../../server/store/status-search.ts';
import { ANA, ANA_LID, dataOf, GROUP, ME_LID, message, testInbound, typesOf, upsert } from './inbound.ts';

const { ERROR, DELIVERY_ACK, READ } = proto.WebMessageInfo.Status;

test('a refusal has its reason, in the event and in the history', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const own = message({ conversation: 'hi' }, { fromMe: true });
  await deliver(upsert(own));
  const update = { status: ERROR, messageStubParameters: ['463'] };
  const events = await deliver({ 'messages.update': [{ key: own.key, update }] });
  const told = dataOf(events, 'messages.update');
  assert.equal(told?.status, 'ERROR');
  assert.match(told?.reason ?? '', /^463: the account is restricted/);
  const steps = await searchStatuses(db, id, { keyId: own.key.id ?? '' }, { number: 1, size: 10 });
  assert.deepEqual(
    steps.map(({ status, reason }) => [status, reason]),
    [['ERROR', told?.reason]],
  );
});

test('what the phone reads is read here, up to that message', async (t) => {
  const { deliver } = await testInbound(t);
  const texts = ['a', 'b', 'c'].map((text) => message({ conversation: text }));
  await deliver(upsert(...texts));
  const [, second] = texts;
  const read = { key: { ...second?.key }, update: { status: READ } };
  const events = await deliver({ 'messages.update': [read] });
  assert.deepEqual(typesOf(events), ['messages.update', 'chats.upsert']);
  assert.partialDeepStrictEqual(dataOf(events, 'chats.upsert'), [{ remoteJid: ANA, unreadMessages: 1 }]);
  const all = await deliver({ 'chats.update': [{ id: ANA, unreadCount: 0 }] });
  assert.partialDeepStrictEqual(dataOf(all, 'chats.upsert'), [{ unreadMessages: 0 }]);
});

test('a receipt that Baileys has put into the message itself is not lost', async (t) => {
  const { deliver } = await testInbound(t);
  const own = message({ conversation: 'hi' }, { fromMe: true });
  await deliver(upsert(own));
  const events = await deliver(upsert({ ...own, status: DELIVERY_ACK } as typeof own));
  assert.partialDeepStrictEqual(dataOf(events, 'messages.update'), { status: 'DELIVERY_ACK' });
});

test('in a group the first to receive or read moves the message; own devices do not', async (t) => {
  const { deliver } = await testInbound(t);
  const own = message({ conversation: 'hi' }, { remoteJid: GROUP, fromMe: true, participant: ME_LID });
  await deliver(upsert(own));
  const receipt = async (userJid: string, times: object) => {
    const key = { remoteJid: GROUP, id: own.key.id ?? '', fromMe: true, participant: userJid };
    return deliver({ 'message-receipt.update': [{ key, receipt: { userJid, ...times } }] });
  };
  assert.deepEqual(await receipt(ME_LID, { readTimestamp: 1 }), []);
  assert.deepEqual(await receipt('15550001111@s.whatsapp.net', { receiptTimestamp: 1 }), []);
  const delivered = await receipt(ANA_LID, { receiptTimestamp: 1 });
  assert.equal(dataOf(delivered, 'messages.update')?.status, 'DELIVERY_ACK');
  assert.deepEqual(await receipt(ANA_LID, { receiptTimestamp: 1 }), []);
  const read = await receipt(ANA_LID, { readTimestamp: 2 });
  assert.equal(dataOf(read, 'messages.update')?.status, 'READ');
});

test('what own devices read in a group is read', async (t) => {
  const { deliver } = await testInbound(t);
  const text = message({ conversation: 'hi' }, { remoteJid: GROUP, participant: ANA });
  await deliver(upsert(text));
  const key = { remoteJid: GROUP, id: text.key.id ?? '', fromMe: true, participant: ME_LID };
  const receipts = [{ key, receipt: { userJid: ME_LID, readTimestamp: 1 } }];
  const events = await deliver({ 'message-receipt.update': receipts });
  assert.partialDeepStrictEqual(dataOf(events, 'chats.upsert'), [{ remoteJid: GROUP, unreadMessages: 0 }]);
});
