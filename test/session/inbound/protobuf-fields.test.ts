import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proto } from '@whiskeysockets/baileys';
import { fieldsOf } from '../../../server/session/inbound/protobuf-fields.ts';

const CHAT = { id: 'x'.repeat(300), unreadCount: 70_000, conversationTimestamp: 2 ** 40, archived: true };

test('every field comes once, in order, and together they are the message', () => {
  const encoded = Buffer.from(proto.Conversation.encode({ ...CHAT, tcToken: Buffer.from('t') }).finish());
  const fields = [...fieldsOf(encoded)];
  assert.deepEqual(Buffer.concat(fields.map(({ whole }) => whole)), encoded);
  assert.equal(fields[0]?.number, 1);
  assert.equal(fields[0]?.value.toString(), CHAT.id);
  const decoded = proto.Conversation.decode(Buffer.concat(fields.slice(1).map(({ whole }) => whole)));
  assert.equal(decoded.unreadCount, CHAT.unreadCount);
  assert.equal(Number(decoded.conversationTimestamp), CHAT.conversationTimestamp);
});

test('fields of a fixed length are gone through too', () => {
  const fixed = Buffer.from([0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x15, 1, 2, 3, 4, 0x18, 0xff, 0x01]);
  assert.deepEqual(
    [...fieldsOf(fixed)].map(({ number, whole }) => [number, whole.length]),
    [
      [1, 9],
      [2, 5],
      [3, 3],
    ],
  );
});

test('what is cut off, or none, is said to be so', () => {
  for (const bytes of [[0x0a, 5, 1], [0x08], [0x08, 0xff], [0x0b]])
    assert.throws(() => [...fieldsOf(Buffer.from(bytes))], /protobuf/);
});
