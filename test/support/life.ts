import assert from 'node:assert/strict';
import type { ConnectionUpdateData, InstanceRow } from '../../clients/typescript/src/index.ts';
import type { RecordedEvent } from '../../server/events/types.ts';
import type { Overrides } from '../../server/session/wiring.ts';
import { assertRefused, call } from './call.ts';
import type { TestGateway } from './gateway.ts';
import { newNumber } from './linked-instance.ts';

/** Pauses that nobody has to wait for. */
export const QUICK: Overrides = { timing: { pauseBefore: () => 20, openingMs: 50 } };

/** The same, and a watchdog that notices within a second. */
export const WATCHFUL: Overrides = {
  timing: {
    ...QUICK.timing,
    ...{ connectMs: 500, queryMs: 800 },
    ...{ keepAliveMs: 100, watchMs: 50, silenceMs: 400, unansweredMs: 300, pingMs: 200 },
  },
};

const isUpdate = ({ type, instance_name }: RecordedEvent, name: string): boolean =>
  type === 'connection.update' && instance_name === name;

/** What an instance has told of its connection, as `state statusReason`. */
export const told = (gateway: TestGateway, name: string): string[] =>
  gateway.events
    .filter((event) => isUpdate(event, name))
    .map(({ data }) => data as ConnectionUpdateData)
    .map(({ state, statusReason }) => `${state} ${statusReason}`);

/** The first time that an instance tells this: `state statusReason`, or the state alone. */
export async function tells(gateway: TestGateway, name: string, what: string): Promise<ConnectionUpdateData> {
  const event = await gateway.event((event) => {
    if (!isUpdate(event, name)) return false;
    const { state, statusReason } = event.data as ConnectionUpdateData;
    return what === state || what === `${state} ${statusReason}`;
  });
  return event.data as ConnectionUpdateData;
}

/** Waits until an instance has opened so many times. */
export async function opened(gateway: TestGateway, name: string, times: number): Promise<void> {
  await gateway.event(() => told(gateway, name).filter((what) => what === 'open 200').length >= times);
}

export const stateOf = async (gateway: TestGateway, name: string): Promise<string> =>
  (await gateway.client.instance.connectionState({ instance: name })).instance.state;

export async function rowOf(gateway: TestGateway, name: string): Promise<InstanceRow> {
  const [row] = await gateway.client.instance.fetchInstances({ instanceName: name });
  assert.ok(row);
  return row;
}

const sendText = (gateway: TestGateway, name: string) =>
  call(gateway, 'POST', `/message/sendText/${name}`).send({ number: '15550009999', text: 'anybody?' });

/** What the API answers while an instance is on its way back: the truth, and no send. */
export async function assertOnTheWay(gateway: TestGateway, name: string): Promise<void> {
  assert.equal(await stateOf(gateway, name), 'connecting');
  const row = await rowOf(gateway, name);
  assert.equal(row.connectionStatus, 'connecting');
  assert.equal(row.disconnectionReasonCode, null, 'that is no final disconnection');
  assertNotSent(await sendText(gateway, name), name);
}

/** What the API answers once an instance is over: why, and no send. */
export async function assertOver(gateway: TestGateway, name: string, code: number): Promise<void> {
  const row = await rowOf(gateway, name);
  assert.equal(row.connectionStatus, 'close');
  assert.equal(row.disconnectionReasonCode, code);
  assert.equal(JSON.parse(String(row.disconnectionObject)).statusCode, code);
  assert.ok(row.disconnectionAt);
  assert.equal(row.health, undefined);
  assertNotSent(await sendText(gateway, name), name);
}

function assertNotSent(response: Awaited<ReturnType<typeof sendText>>, name: string): void {
  assertRefused(response, 400, ['Error: Connection Closed', `The "${name}" instance is not connected`]);
}

/** Asserts that a new message reaches the instance, and that it is open. */
export async function assertReceives(gateway: TestGateway, name: string, number: string): Promise<void> {
  const from = newNumber();
  await gateway.whatsapp.phone(from);
  const id = await gateway.whatsapp.send(from, number, 'still there?');
  await gateway.event(({ type, instance_name, data }) => {
    return type === 'messages.upsert' && instance_name === name && (data as Keyed).key.id === id;
  });
  assert.equal(await stateOf(gateway, name), 'open');
}

interface Keyed {
  key: { id: string };
}

/** The phone's own word on which of its devices are connected. */
export async function devicesOf(gateway: TestGateway, number: string): Promise<number> {
  const { body } = await gateway.whatsapp.request<{ number: string; devices: object[] }[]>('GET', '/phones');
  return body.find((phone) => phone.number === number)?.devices.length ?? 0;
}
