import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proto } from '@whiskeysockets/baileys';
import type { MessageUpdateData } from '../../../server/generated/index.ts';
import { searchMessages } from '../../../server/store/message-search.ts';
import { searchStatuses } from '../../../server/store/status-search.ts';
import {
  ANA,
  ANA_LID,
  BOB,
  dataOf,
  GROUP,
  ME_LID,
  message,
  testInbound,
  typesOf,
  upsert,
} from './inbound.ts';

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

test('in a group a message has come as far as it has with every member; own devices do not count', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const own = message({ conversation: 'hi' }, { remoteJid: GROUP, fromMe: true, participant: ME_LID });
  await deliver(upsert(own));
  const receipt = async (userJid: string, times: object) => {
    const key = { remoteJid: GROUP, id: own.key.id ?? '', fromMe: true, participant: userJid };
    const events = await deliver({ 'message-receipt.update': [{ key, receipt: { userJid, ...times } }] });
    return events.map(({ data }) => {
      const { participant, status } = data as MessageUpdateData;
      return [participant, status];
    });
  };
  const [got, read] = [{ receiptTimestamp: 1 }, { readTimestamp: 2 }];
  assert.deepEqual(await receipt(ME_LID, read), []);
  assert.deepEqual(await receipt('15550001111@s.whatsapp.net', got), []);
  assert.deepEqual(await receipt(ANA_LID, got), [[ANA_LID, 'DELIVERY_ACK']]);
  assert.deepEqual(await receipt(ANA_LID, got), []);
  await deliver({ 'lid-mapping.update': { lid: ANA_LID, pn: ANA } });
  assert.deepEqual(await receipt(ANA, got), [], 'she is one person');
  assert.deepEqual(await receipt(BOB, read), [
    [BOB, 'READ'],
    [undefined, 'DELIVERY_ACK'],
  ]);
  assert.deepEqual(await receipt(BOB, got), [], 'who has read it has it');
  assert.deepEqual(await receipt(ANA_LID, read), [
    [ANA, 'READ'],
    [undefined, 'READ'],
  ]);
  const page = { number: 1, size: 10 };
  const { records } = await searchMessages(db, id, {}, page);
  assert.deepEqual(
    records[0]?.updates.map(({ status }) => status),
    ['DELIVERY_ACK', 'READ'],
    'the history is the message’s own',
  );
  const ofAna = await searchStatuses(db, id, { participants: [ANA_LID] }, page);
  assert.deepEqual(
    ofAna.map(({ participant, status }) => [participant, status]),
    [
      [ANA, 'READ'],
      [ANA, 'DELIVERY_ACK'],
    ],
  );
});

test('a status is READ when the first has seen it', async (t) => {
  const { deliver } = await testInbound(t);
  const own = message({ conversation: 'hi' }, { remoteJid: 'status@broadcast', fromMe: true });
  await deliver(upsert(own));
  const key = { remoteJid: 'status@broadcast', id: own.key.id ?? '', fromMe: true, participant: BOB };
  const receipts = [{ key, receipt: { userJid: BOB, readTimestamp: 1 } }];
  const events = await deliver({ 'message-receipt.update': receipts });
  const told = events.map(({ data }) => data as MessageUpdateData);
  assert.deepEqual(
    told.map(({ participant, status }) => [participant, status]),
    [
      [BOB, 'READ'],
      [undefined, 'READ'],
    ],
  );
});

test('a chat that was marked as unread is read again with its last message', async (t) => {
  const { deliver } = await testInbound(t);
  const text = message({ conversation: 'hi' });
  await deliver(upsert(text));
  const read = { 'messages.update': [{ key: text.key, update: { status: READ } }] };
  await deliver(read);
  await deliver({ 'chats.update': [{ id: ANA, unreadCount: -1 }] });
  const events = await deliver(read);
  assert.deepEqual(typesOf(events), ['chats.upsert']);
  assert.partialDeepStrictEqual(dataOf(events, 'chats.upsert'), [{ unreadMessages: 0 }]);
  assert.deepEqual(await deliver(read), []);
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
