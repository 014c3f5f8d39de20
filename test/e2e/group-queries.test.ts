import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../simulator/control-client.ts';
import { sendToAna } from '../support/sends.ts';
import { openTeam, type Team } from '../support/team.ts';

let world: Team;
before(async () => {
  world = await openTeam();
});
after(() => world.stop());

const GROUP = 'w:g2:get:query';
const ALL_GROUPS = 'w:g2:get:participating';

/** How often WhatsApp was asked something while `work` ran. */
async function asked(query: string, work: () => Promise<unknown>): Promise<number> {
  const count = async (): Promise<number> => {
    const { body } = await world.gateway.whatsapp.request<{ iqs: Record<string, number> }>('GET', '/stats');
    return body.iqs[query] ?? 0;
  };
  const before = await count();
  await work();
  return (await count()) - before;
}

const send = (text: string) => sendToAna(world, 'sendText', { number: world.team, text });

/** The shop's own phone changes the group. */
async function tell(what: object): Promise<void> {
  const { gateway, team, shop } = world;
  const answer = await gateway.whatsapp.request('POST', `/groups/${team}`, { by: shop.number, ...what });
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
}

/** The same. Resolves when the gateway has told of it. */
async function change(what: object, type: 'group-participants.update' | 'groups.update'): Promise<void> {
  const told = world.gateway.nextEvent((event) => event.type === type);
  await tell(what);
  await told;
}

test('messages to a known group ask nothing of it', async () => {
  await send('first');
  assert.equal(await asked(GROUP, () => Promise.all(['a', 'b', 'c'].map(send))), 0);
});

test('nor do they when members come, go and are promoted, or the subject or the timer changes', async () => {
  const { ben, benJid } = world;
  const everybody = async (): Promise<number> => {
    const { seen } = await sendToAna(world, 'sendText', {
      ...{ number: world.team, text: 'Hello @all', mentionsEveryOne: true },
    });
    return seen.content.extendedTextMessage?.contextInfo?.mentionedJid?.length ?? 0;
  };
  const queries = await asked(GROUP, async () => {
    await change({ add: [ben.number] }, 'group-participants.update');
    assert.equal(await everybody(), 3);
    await eventually('the message at Ben’s', async () =>
      ben.client.upserts.some(({ message }) => message.message?.extendedTextMessage?.text === 'Hello @all'),
    );
    await change({ promote: [ben.number] }, 'group-participants.update');
    await tell({ ephemeral: 86_400 }); // of which there is no event, but of the next there is
    await change({ subject: 'Renamed' }, 'groups.update');
    const { seen } = await send('short-lived');
    assert.equal(seen.content.extendedTextMessage?.contextInfo?.expiration, 86_400);
    await change({ remove: [ben.number] }, 'group-participants.update');
    assert.equal(await everybody(), 2, `${benJid} has gone`);
  });
  assert.equal(queries, 0);
});

test('all groups are one query, however many want them at the same time', async () => {
  const { client, whatsapp } = world.gateway;
  const fetchAll = () => client.group.fetchAllGroups({ instance: 'shop', getParticipants: true });
  assert.equal(await asked(ALL_GROUPS, fetchAll), 1);
  assert.equal(await asked(GROUP, fetchAll), 0);
  await whatsapp.faults({ latencyMs: 1_000 }); // so that all of them ask before the answer is there
  const often = () => Promise.all(Array.from({ length: 20 }, fetchAll));
  assert.equal(await asked(ALL_GROUPS, often), 1);
  await whatsapp.faults({ latencyMs: 0 });
});
