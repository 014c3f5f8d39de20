import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sendToAna } from '../../support/sends.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;
before(async () => {
  world = await openTeam();
});
after(() => world.stop());

const DAY = 86_400;
const WEEK = 604_800;

/** After how many seconds Ana's phone forgets what is sent to her now; undefined for never. */
async function expiration(number = world.ana.number): Promise<number | null | undefined> {
  const { seen } = await sendToAna(world, 'sendText', { number, text: 'Hello' });
  return seen.content.extendedTextMessage?.contextInfo?.expiration;
}

/** A phone sends any message, and then a text: when that is recorded, so is the message. */
async function write(from: string, to: string, message: object): Promise<void> {
  const { whatsapp, event } = world.gateway;
  await whatsapp.send(from, to, { message });
  const id = await whatsapp.send(from, to, 'That was it');
  await event(
    ({ type, data }) => type === 'messages.upsert' && (data as { key: { id: string } }).key.id === id,
  );
}

const timer = (ephemeralExpiration: number) => ({
  protocolMessage: { type: 'EPHEMERAL_SETTING', ephemeralExpiration },
});

test('messages disappear as the other one has set it for the chat, until it is set otherwise', async () => {
  const { ana, shop } = world;
  assert.equal(await expiration(), undefined);
  await write(ana.number, shop.number, timer(DAY));
  assert.equal(await expiration(), DAY);
  await write(ana.number, shop.number, timer(0));
  assert.equal(await expiration(), undefined);
});

test('messages disappear as the own phone has set it', async () => {
  const { ana, shop } = world;
  await write(shop.number, ana.number, timer(WEEK));
  assert.equal(await expiration(), WEEK);
  await write(shop.number, ana.number, timer(0));
});

test('a message that disappears tells of the time, bare or wrapped as older phones send it', async () => {
  const { ana, shop } = world;
  for (const [seconds, wrap] of [
    [DAY, (message: object) => message],
    [WEEK, (message: object) => ({ ephemeralMessage: { message } })],
  ] as const) {
    const contextInfo = { expiration: seconds };
    await write(ana.number, shop.number, wrap({ extendedTextMessage: { text: 'Psst', contextInfo } }));
    assert.equal(await expiration(), seconds);
  }
});

test('messages to a group disappear as it has it', async () => {
  const { gateway, team } = world;
  assert.equal(await expiration(team), undefined);
  const set = (seconds: 0 | typeof DAY) =>
    gateway.client.group.toggleEphemeral({ instance: 'shop', groupJid: team, body: { expiration: seconds } });
  await set(DAY);
  assert.equal(await expiration(team), DAY);
  await set(0);
  assert.equal(await expiration(team), undefined);
});
