import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { eventually, type Phone } from './control-client.ts';
import { createWorld, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';

for (const mode of ['pn', 'lid'] as const) {
  describe(`senders are always named by ${mode}`, () => {
    let world: World;
    let alice: Client;
    let bob: Phone;
    const nameOf = (phone: Phone) => (mode === 'lid' ? phone.lid : phone.jid);

    before(async () => {
      world = await createWorld({ SIMULATOR_ADDRESSING: mode });
      bob = await world.control.phone(BOB, 'Bob');
      alice = await world.link(ALICE, 'Alice');
    });
    after(() => world.end());

    test('messages to a client', async () => {
      const { jid, lid } = await world.control.phone(ALICE);
      for (const to of [jid, lid]) {
        await world.control.send(BOB, to, `to ${to}`);
        const { key } = await alice.text(`to ${to}`);
        assert.equal(key.remoteJid, nameOf(bob));
        assert.equal(key.addressingMode, mode);
      }
    });

    test('messages from a client, and their status', async () => {
      for (const to of [bob.jid, bob.lid]) {
        const id = await alice.send(to, { text: `to ${to}` });
        await alice.status(id, 3);
        const inbox = await eventually('message', async () => {
          const messages = await world.control.inbox(BOB);
          return messages.some((message) => message.id === id) && messages;
        });
        assert.ok(inbox.every(({ from }) => from === `${ALICE}@s.whatsapp.net`));
      }
    });

    test('copies of own messages name the chat', async () => {
      await world.control.send(ALICE, BOB, 'typed on the phone');
      const { key } = await alice.text('typed on the phone');
      assert.equal(key.fromMe, true);
      assert.equal(key.remoteJid, nameOf(bob));
    });
  });
}
