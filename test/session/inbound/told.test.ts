import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contact, WAMessage } from '@whiskeysockets/baileys';
import { createTold } from '../../../server/session/inbound/told.ts';

const ANA = '15550002222@s.whatsapp.net';
const message = (id: string, rest: Partial<WAMessage> = {}): WAMessage => ({
  key: { id, remoteJid: ANA, fromMe: false },
  ...rest,
});
const upsert = (...messages: WAMessage[]) => ({ 'messages.upsert': { messages, type: 'notify' as const } });
const update = (contact: Partial<Contact>) => ({ 'contacts.update': [{ id: ANA, ...contact }] });

test('a message that was recorded is no news, others are', () => {
  const told = createTold();
  told.message(message('A'));
  assert.deepEqual(told.news(upsert(message('A'))), {});
  assert.deepEqual(told.news(upsert(message('A'), message('B'))), upsert(message('B')));
  const own = message('A', { key: { id: 'A', remoteJid: ANA, fromMe: true } });
  assert.deepEqual(told.news(upsert(own)), upsert(own));
});

test('a message that comes with what became of it is news', () => {
  const told = createTold();
  told.message(message('A'));
  const read = upsert(message('A', { status: 4 }));
  assert.deepEqual(told.news(read), read);
});

test('a name that was recorded is no news, until there is another or more is told', () => {
  const told = createTold();
  const ana = update({ notify: 'Ana' });
  assert.deepEqual(told.news(ana), ana);
  told.batch(ana);
  assert.deepEqual(told.news(update({ notify: 'Ana' })), {});
  for (const other of [update({ notify: 'Anna' }), update({ notify: 'Ana', imgUrl: 'changed' })])
    assert.deepEqual(told.news(other), other);
  told.batch({ 'contacts.upsert': [{ id: ANA, name: 'A.' }] });
  assert.deepEqual(told.news(ana), ana, 'it may have been overwritten');
});

test('everything else of a batch is news', () => {
  const told = createTold();
  told.message(message('A'));
  const chats = { 'chats.update': [{ id: ANA, unreadCount: 1 }] };
  assert.deepEqual(told.news({ ...upsert(message('A')), ...chats }), chats);
});
