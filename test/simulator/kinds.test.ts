import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { decryptPollVote } from '@whiskeysockets/baileys';
import type { Client } from './baileys-client.ts';
import { arrived, heard } from './client-events.ts';
import { createWorld, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';
const ALICE_JID = `${ALICE}@s.whatsapp.net`;
const BOB_JID = `${BOB}@s.whatsapp.net`;

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  await world.control.phone(BOB, 'Bob');
  alice = await world.link(ALICE, 'Alice');
});
after(() => world.end());

describe('what a client sends is in the inbox by kind, with all it says', () => {
  const location = { degreesLatitude: 1.5, degreesLongitude: 2.5, name: 'Here' };
  const card = { displayName: 'Carol', vcard: 'BEGIN:VCARD\nEND:VCARD' };
  const kinds: [string, string | null, Parameters<Client['send']>[1], object][] = [
    ['location', null, { location }, { locationMessage: location }],
    ['contact', null, { contacts: { contacts: [card] } }, { contactMessage: card }],
    ['contacts', null, { contacts: { displayName: '2', contacts: [card, card] } }, {}],
    ['poll', 'Lunch?', { poll: { name: 'Lunch?', values: ['a', 'b'], selectableCount: 2 } }, {}],
    ['text', '@15550000002', { text: '@15550000002', mentions: [BOB_JID] }, {}],
  ];
  for (const [type, text, content, expected] of kinds) {
    test(type, async () => {
      const id = await alice.send(BOB_JID, content);
      const message = await world.control.received(BOB, id);
      assert.partialDeepStrictEqual(message, { type, text, chat: ALICE_JID, participant: null, media: null });
      assert.partialDeepStrictEqual(message.content, expected);
    });
  }

  test('reaction, edit and deletion, each naming its message', async () => {
    const id = await alice.send(BOB_JID, { text: 'first' });
    const key = { id, remoteJid: BOB_JID, fromMe: true };
    const reaction = await world.control.received(
      BOB,
      await alice.send(BOB_JID, { react: { text: '👍', key } }),
    );
    assert.partialDeepStrictEqual(reaction, { type: 'reaction', text: '👍' });
    assert.equal(reaction.content.reactionMessage?.key?.id, id);
    const edit = await world.control.received(BOB, await alice.send(BOB_JID, { text: 'second', edit: key }));
    assert.partialDeepStrictEqual(edit, { type: 'edit', text: 'second' });
    assert.equal(edit.content.protocolMessage?.key?.id, id);
    const deletion = await world.control.received(BOB, await alice.send(BOB_JID, { delete: key }));
    assert.equal(deletion.type, 'delete');
  });
});

describe('what a phone sends', () => {
  test('location, contact and any other message', async () => {
    const place = { location: { degreesLatitude: 1, degreesLongitude: 2, name: 'There' } };
    const { message } = await arrived(alice, await world.control.send(BOB, ALICE, place));
    assert.equal(message?.locationMessage?.name, 'There');
    const contact = { contact: { name: 'Carol', number: '15550000003' } };
    const card = await arrived(alice, await world.control.send(BOB, ALICE, contact));
    assert.match(card.message?.contactMessage?.vcard ?? '', /waid=15550000003/);
    const reply = { listResponseMessage: { title: 'Chosen', singleSelectReply: { selectedRowId: 'row1' } } };
    const any = await arrived(alice, await world.control.send(BOB, ALICE, { message: reply }));
    assert.equal(any.message?.listResponseMessage?.singleSelectReply?.selectedRowId, 'row1');
  });

  test('an answer that quotes and mentions', async () => {
    const asked = await alice.send(BOB_JID, { text: 'a question' });
    await world.control.received(BOB, asked);
    const answer = { text: 'an answer', quoted: asked, mentions: [ALICE] };
    const { message } = await arrived(alice, await world.control.send(BOB, ALICE, answer));
    const { contextInfo } = message?.extendedTextMessage ?? {};
    assert.equal(contextInfo?.stanzaId, asked);
    assert.equal(contextInfo?.participant, ALICE_JID);
    assert.deepEqual(contextInfo?.mentionedJid, [ALICE_JID]);
  });

  test('a reaction to a message of the client', async () => {
    const id = await alice.send(BOB_JID, { text: 'react to me' });
    await world.control.received(BOB, id);
    const reacted = heard(alice, 'messages.reaction', ([reaction]) => reaction);
    await world.control.send(BOB, ALICE, { reaction: { id, text: '❤️' } });
    assert.partialDeepStrictEqual((await reacted)?.key, { id, fromMe: true, remoteJid: BOB_JID });
  });

  test('an edit and a deletion of its own message', async () => {
    const id = await world.control.send(BOB, ALICE, 'befor');
    await arrived(alice, id);
    const edited = heard(alice, 'messages.update', (updates) =>
      updates.find(({ key, update }) => key.id === id && update.message),
    );
    await world.control.send(BOB, ALICE, { edit: { id, text: 'before' } });
    const { update } = await edited;
    assert.equal(update.message?.editedMessage?.message?.conversation, 'before');
    const deleted = heard(alice, 'messages.update', (updates) =>
      updates.find(({ key, update }) => key.id === id && update.message === null),
    );
    await world.control.send(BOB, ALICE, { delete: { id } });
    await deleted;
  });

  test('a vote in a poll of the client, which can be decrypted', async () => {
    const pollId = await alice.send(BOB_JID, {
      poll: { name: 'Tea?', values: ['yes', 'no'], selectableCount: 1 },
    });
    await world.control.received(BOB, pollId);
    const id = await world.control.send(BOB, ALICE, { vote: { id: pollId, options: ['no'] } });
    const { message } = await arrived(alice, id);
    const secret = alice.upserts.find(({ message: { key } }) => key.id === pollId)?.message.message
      ?.messageContextInfo?.messageSecret;
    assert.ok(message?.pollUpdateMessage?.vote && secret);
    const { selectedOptions } = decryptPollVote(message.pollUpdateMessage.vote, {
      ...{ pollCreatorJid: ALICE_JID, voterJid: BOB_JID, pollMsgId: pollId, pollEncKey: secret },
    });
    assert.equal(selectedOptions?.length, 1);
  });

  test('a poll, with the secret that votes need', async () => {
    const poll = { name: 'Which?', values: ['a', 'b', 'c'], selectableCount: 0 };
    const { message } = await arrived(alice, await world.control.send(BOB, ALICE, { poll }));
    assert.equal(message?.pollCreationMessage?.name, 'Which?');
    assert.equal(message?.messageContextInfo?.messageSecret?.length, 32);
  });
});
