import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { chatsOf } from '../../server/events/chats-of.ts';
import type { EventName } from '../../server/events/types.ts';

const ANA = '5511988887777@s.whatsapp.net';
const ANA_LID = '123456789@lid';
const GROUP = '120363025246125486@g.us';
const KEY = { remoteJid: ANA, remoteJidAlt: ANA_LID, id: '3EB0', fromMe: false, participant: 'nobody@lid' };

/** What each kind of event carries of chats, and which they are; undefined for a kind that speaks of none. */
const EVENTS: Record<EventName, [data: unknown, chats: string[] | undefined]> = {
  'application.startup': [{ instanceName: 'shop' }, undefined],
  call: [{ chatId: GROUP, from: ANA, isGroup: true, groupJid: GROUP }, [GROUP, GROUP]],
  'chats.delete': [
    [ANA, GROUP],
    [ANA, GROUP],
  ],
  'chats.set': [
    [{ remoteJid: ANA }, { remoteJid: GROUP }],
    [ANA, GROUP],
  ],
  'chats.update': [[{ remoteJid: ANA }], [ANA]],
  'chats.upsert': [[{ remoteJid: ANA_LID }], [ANA_LID]],
  'connection.update': [{ instance: 'shop', state: 'open' }, undefined],
  'contacts.set': [[], []],
  'contacts.update': [[{ remoteJid: ANA }], [ANA]],
  'contacts.upsert': [[{ remoteJid: ANA }], [ANA]],
  'group-participants.update': [{ id: GROUP, author: ANA, participants: [ANA_LID] }, [GROUP]],
  'groups.update': [[{ id: GROUP, author: ANA }], [GROUP]],
  'groups.upsert': [[{ id: GROUP, owner: ANA }], [GROUP]],
  'instance.create': [{ instanceName: 'shop' }, undefined],
  'instance.delete': [{ instanceName: 'shop' }, undefined],
  'labels.association': [{ chatId: ANA, labelId: '5' }, [ANA]],
  'labels.edit': [{ id: '5', name: 'VIP' }, undefined],
  'logout.instance': [null, undefined],
  'messages.delete': [{ ...KEY, key: KEY }, [ANA, ANA_LID]],
  'messages.edited': [{ key: KEY }, [ANA, ANA_LID]],
  'messages.set': [
    [{ key: KEY }, { key: { remoteJid: GROUP } }],
    [ANA, ANA_LID, GROUP],
  ],
  'messages.update': [{ remoteJid: GROUP, participant: ANA }, [GROUP]],
  'messages.upsert': [{ key: KEY }, [ANA, ANA_LID]],
  'messaging-history.set': [{ messageCount: 1 }, undefined],
  'presence.update': [{ id: GROUP, presences: { [ANA]: {} } }, [GROUP]],
  'qrcode.updated': [{ qrcode: {} }, undefined],
  'remove.instance': [null, undefined],
  'send.message': [{ key: { remoteJid: GROUP, participant: ANA } }, [GROUP]],
  'send.message.update': [{ key: KEY }, [ANA, ANA_LID]],
  'status.instance': [{ status: 'closed' }, undefined],
  'webhook.test': [{ webhookId: 'w' }, undefined],
};

for (const [type, [data, chats]] of Object.entries(EVENTS)) {
  test(`${type} is about ${chats?.join(', ') ?? 'no chat'}`, () => {
    assert.deepEqual(chatsOf({ type, data }), chats);
  });
}

test('every event of the spec is one of them', () => {
  const told = globSync('openapi/events/*.yaml').map((file) => basename(file, '.yaml'));
  assert.deepEqual(Object.keys(EVENTS).sort(), told.sort());
});
