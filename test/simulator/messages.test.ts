import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient, trustNoiseRoot } from './baileys-client.ts';
import { type Control, createControl } from './control-client.ts';
import { type SimulatorProcess, startSimulatorProcess } from './simulator-process.ts';

let simulator: SimulatorProcess;
let control: Control;
let client: Client;

before(async () => {
  simulator = await startSimulatorProcess();
  control = createControl(simulator.url);
  const { body } = await control.request<{ noiseRoot: string }>('GET', '/trust');
  trustNoiseRoot(body.noiseRoot);
  await control.phone('15550000001', 'Alice');
  client = createClient(simulator.socketUrl);
  const qr = await client.showQr();
  const opened = client.opened();
  const linked = await control.request('POST', '/phones/15550000001/link', { qr });
  assert.deepEqual(linked, { status: 200, body: { device: 1 } });
  await opened;
});

after(async () => {
  await client?.end();
  await simulator?.stop();
  process.stderr.write(simulator.output());
});

test('text', async () => {
  await control.phone('15550000002', 'Bob');
  const id = await client.send('15550000002@s.whatsapp.net', { text: 'hello' });
  await client.status(id, 3);
  console.table(await control.inbox('15550000002'));
  process.stderr.write(JSON.stringify(await control.inbox('15550000002')));
  await control.send('15550000002', '15550000001', 'hi back');
  const m = await client.text('hi back');
  process.stderr.write(JSON.stringify(m));
  process.stderr.write(JSON.stringify(await control.inbox('15550000001')));
  process.stderr.write(JSON.stringify(await control.request('GET', '/stats')));
});
