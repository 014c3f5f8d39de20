import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { after, before, test } from 'node:test';
import type { MessageUpdateData } from '../../clients/typescript/src/index.ts';
import { createConfirmations } from '../../server/session/confirmations.ts';
import { statusEvent } from '../support/messages.ts';
import { openTeam, type Team } from '../support/team.ts';

let world: Team;
const instance = 'shop';

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

const send = async (number: string): Promise<string> =>
  (await world.gateway.client.message.sendText({ instance, body: { number, text: 'hello' } })).key.id;

/** The reason of a failure, which is told and found in both operations alike. */
async function reasonOf(id: string): Promise<string | undefined> {
  const { gateway } = world;
  const { reason } = (await statusEvent(gateway, id, 'ERROR')).data as MessageUpdateData;
  const { messages } = await gateway.client.chat.findMessages({ instance, body: { where: { key: { id } } } });
  assert.equal(messages.records[0]?.status, 'ERROR');
  assert.deepEqual(messages.records[0]?.MessageUpdate, [{ status: 'ERROR', reason }]);
  const [step] = await gateway.client.chat.findStatusMessage({ instance, body: { where: { keyId: id } } });
  assert.deepEqual([step?.status, step?.reason], ['ERROR', reason]);
  return reason;
}

const REASONS: [number, RegExp][] = [
  [403, /^403: not allowed to write there$/],
  [429, /^429: too many messages$/],
  [463, /^463: the account is restricted/],
  [479, /^479: the message was malformed/],
  [599, /^599$/],
];

for (const [code, reason] of REASONS) {
  test(`WhatsApp refuses a message with ${code}, and takes the next`, async () => {
    const { gateway, ana } = world;
    await gateway.whatsapp.faults({ ackErrors: { [ana.number]: code } });
    assert.match((await reasonOf(await send(ana.number))) ?? '', reason);
    await gateway.whatsapp.faults({ ackErrors: {} });
    await statusEvent(gateway, await send(ana.number), 'DELIVERY_ACK');
  });
}

test('a message to a group in which only admins write', async () => {
  const { gateway, ben, club } = world;
  const changed = gateway.nextEvent(({ type }) => type === 'groups.update');
  await ben.client.socket().groupSettingUpdate(club, 'announcement');
  await changed;
  assert.equal(await reasonOf(await send(club)), '403: not allowed to write there');
});

test('a message on which there is no word has failed, one that was confirmed or refused is settled', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const missing: string[] = [];
  const confirmations = createConfirmations((id) => missing.push(id));
  const ws = new EventEmitter();
  confirmations.follow({ ws });
  for (const id of ['taken', 'refused', 'lost']) confirmations.expect(id);
  ws.emit('CB:ack,class:message', { tag: 'ack', attrs: { id: 'taken' } });
  ws.emit('CB:ack,class:message', { tag: 'ack', attrs: { id: 'refused', error: '479' } });
  t.mock.timers.runAll();
  assert.deepEqual(missing, ['lost']);
});
