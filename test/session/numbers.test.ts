import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createNumbers } from '../../server/session/numbers.ts';
import { createRecipients } from '../../server/session/recipients.ts';
import type { Client } from '../simulator/baileys-client.ts';
import { createWorld, type World } from '../simulator/world.ts';

const ANA = '5215512345678@s.whatsapp.net';

let world: World;
let client: Client;

before(async () => {
  world = await createWorld();
  client = await world.link('15550000001', 'Asker');
  await world.control.phone('5215512345678', 'Ana');
});
after(() => world.end());

/** How many queries `work` makes. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const { ws } = client.socket();
  let queries = 0;
  const onAnswer = (): void => {
    queries += 1;
  };
  ws.on('CB:iq,,usync', onAnswer);
  await work();
  ws.off('CB:iq,,usync', onAnswer);
  return queries;
}

test('what WhatsApp has answered is not asked again, under either spelling that was asked', async () => {
  const numbers = createNumbers();
  const asked = ['525512345678@s.whatsapp.net', ANA, '15559999999@s.whatsapp.net'];
  const find = () => numbers.find(client.socket(), asked);
  assert.equal(await queriesOf(find), 1);
  assert.equal(await queriesOf(find), 0);
  assert.deepEqual(
    [...(await find())],
    [
      [asked[0], ANA],
      [ANA, ANA],
      [asked[2], undefined],
    ],
  );
});

test('many numbers are asked for in few queries', async () => {
  const many = Array.from({ length: 450 }, (_, index) => `${15_557_000_000 + index}@s.whatsapp.net`);
  assert.equal(await queriesOf(() => createNumbers().find(client.socket(), many)), 3);
});

test('nobody is asked for by no number', async () => {
  assert.equal(await queriesOf(() => createNumbers().find(client.socket(), [])), 0);
});

test('a recipient is who WhatsApp knows by the number; other JIDs are taken as they are', async () => {
  const recipients = createRecipients(createNumbers());
  assert.equal(await recipients(client.socket(), '+52 55 1234 5678'), ANA);
  for (const jid of ['120363000000000001@g.us', '123456@lid', 'status@broadcast', '1@newsletter']) {
    assert.equal(await recipients(client.socket(), jid), jid);
  }
  await assert.rejects(recipients(client.socket(), '15559999999'), { status: 400 });
});
