import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { opened, tells, WATCHFUL } from '../../support/life.ts';
import { linkedInstance, newInstance, newNumber } from '../../support/linked-instance.ts';
import { arrived } from '../../support/messages.ts';
import { only, parseMetrics } from '../../support/metrics.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({ PROMETHEUS_METRICS: 'true' }, undefined, WATCHFUL);
});
after(() => gateway.stop());

async function metrics(): Promise<Record<string, number>> {
  const { status, text } = await call(gateway, 'GET', '/metrics', null);
  assert.equal(status, 200);
  return parseMetrics(text);
}

const CHECKED = /^evolution_instance_(up|state)|^zapgate_(instance_health|messages|reconnects)/;

/** What is told of one instance. */
async function told(name: string): Promise<Record<string, number>> {
  const found = only(await metrics(), CHECKED);
  return only(found, new RegExp(`instance="${name}"`));
}

const shown = (name: string, state: string, more: Record<string, number>) => ({
  [`evolution_instance_up{instance="${name}",integration="WHATSAPP-BAILEYS"}`]: Number(state === 'open'),
  [`evolution_instance_state{instance="${name}",integration="WHATSAPP-BAILEYS",state="${state}"}`]: 1,
  ...Object.fromEntries(Object.entries(more).map(([key, value]) => [`zapgate_${key}`, value])),
});

const heard = (name: string, held: string) =>
  Object.fromEntries(
    ['ok', 'deaf', 'undecryptable'].map((status) => [
      `instance_health{instance="${name}",status="${status}"}`,
      Number(status === held),
    ]),
  );

const messages = (name: string, received: number, sent: number) => ({
  [`messages_received_total{instance="${name}"}`]: received,
  [`messages_sent_total{instance="${name}"}`]: sent,
});

test('a linked instance shows its state, its health and its messages, and one at rest its state', async () => {
  const { number } = await linkedInstance(gateway, 'well');
  await newInstance(gateway, 'idle');
  const friend = newNumber();
  await gateway.whatsapp.phone(friend);
  await arrived(gateway, friend, number, 'one');
  await arrived(gateway, friend, number, 'two');
  await gateway.client.message.sendText({ instance: 'well', body: { number: friend, text: 'three' } });
  assert.deepEqual(
    await told('well'),
    shown('well', 'open', { ...heard('well', 'ok'), ...messages('well', 2, 1) }),
  );
  assert.deepEqual(await told('idle'), shown('idle', 'close', messages('idle', 0, 0)));
  const all = await metrics();
  assert.equal(all.evolution_instances_total, 2);
  assert.ok((all['zapgate_instance_last_frame_age_seconds{instance="well"}'] ?? -1) >= 0);
  await gateway.client.instance.deleteInstance({ instance: 'idle' });
  assert.deepEqual(await told('idle'), {});
});

test('a session that has gone deaf shows, and so does that it has connected anew', async () => {
  const name = 'silent';
  await linkedInstance(gateway, name);
  await gateway.whatsapp.faults({ silent: true });
  await tells(gateway, name, 'connecting 408');
  const reconnects = `zapgate_reconnects_total{instance="${name}",reason="408"}`;
  const deaf = await told(name);
  assert.ok((deaf[reconnects] ?? 0) >= 1);
  const more = { ...heard(name, 'deaf'), ...messages(name, 0, 0) };
  assert.deepEqual(only(deaf, /^(?!zapgate_reconnects)/), shown(name, 'connecting', more));
  await gateway.whatsapp.request('DELETE', '/faults');
  await opened(gateway, name, 2);
  const healed = await told(name);
  assert.equal(healed[`zapgate_instance_health{instance="${name}",status="ok"}`], 1);
  assert.ok((healed[reconnects] ?? 0) >= 1);
});
