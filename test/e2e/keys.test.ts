import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ZapgateClient } from '../../clients/typescript/src/index.ts';
import { type Control, createControl, eventually } from '../simulator/control-client.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../simulator/simulator-process.ts';
import { KEY, whatsAppEnv } from '../support/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.ts';
import { type Ran, runScript } from '../support/script.ts';

const SHOP = '15550001111';
const ANA = '15550002222';
const FIRST = '11'.repeat(32);
const SECOND = Buffer.alloc(32, 2).toString('base64');
const instance = 'shop';

const folder = mkdtempSync(join(tmpdir(), 'zapgate-e2e-'));
let simulator: SimulatorProcess;
let whatsapp: Control;
let env: Record<string, string>;
let gateway: GatewayProcess | undefined;

before(async () => {
  simulator = await startSimulatorProcess();
  whatsapp = createControl(simulator.url);
  env = { ...(await whatsAppEnv(whatsapp, folder)), DATA_DIR: folder };
  await whatsapp.phone(SHOP, 'Shop');
  await whatsapp.phone(ANA, 'Ana');
});
after(async () => {
  await gateway?.stop();
  await simulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(key: string): Promise<ZapgateClient> {
  gateway = await startGatewayProcess({ ...env, ENCRYPTION_KEY: key });
  return new ZapgateClient({ baseUrl: gateway.url, apiKey: KEY });
}

const rotate = (key: string, newKey: string): Promise<Ran> =>
  runScript('scripts/rotate-key.ts', { ...env, ENCRYPTION_KEY: key, NEW_ENCRYPTION_KEY: newKey });

const isOpen = (client: ZapgateClient) =>
  eventually('the session is open', async () => {
    const { instance: found } = await client.instance.connectionState({ instance });
    return found.state === 'open';
  });

/** Both ways: each needs the session that the keys are of. */
async function talk(client: ZapgateClient, text: string): Promise<void> {
  await client.message.sendText({ instance, body: { number: ANA, text } });
  await eventually('the text', async () => (await whatsapp.inbox(ANA)).some((got) => got.text === text));
  const id = await whatsapp.send(ANA, SHOP, `re: ${text}`);
  await eventually('the answer', async () => {
    const { messages } = await client.chat.findMessages({ instance, body: { where: { key: { id } } } });
    return messages.records[0]?.message.conversation === `re: ${text}`;
  });
}

test('an account is linked, and nothing of its keys can be read in the files', async () => {
  const client = await start(FIRST);
  const created = await client.instance.createInstance({ body: { instanceName: instance, qrcode: true } });
  await whatsapp.request('POST', `/phones/${SHOP}/link`, { qr: created.qrcode?.code });
  await isOpen(client);
  await talk(client, 'one');
  for (const file of ['zapgate.db', 'zapgate.db-wal'])
    assert.doesNotMatch(readFileSync(join(folder, file), 'latin1'), /privKey|noiseKey|rootKey|"private"/);
});

test('beside a running gateway neither a rotation nor a second gateway starts', async () => {
  const rotation = await rotate(FIRST, SECOND);
  assert.equal(rotation.code, 1);
  assert.match(rotation.output, /in use by another gateway: stop that one first/);
  const second = await runScript('server/main.ts', { ...env, ENCRYPTION_KEY: FIRST, SERVER_PORT: '0' });
  assert.equal(second.code, 1);
  assert.match(second.output, /in use by another gateway/);
});

test('with another key it does not start, says why in a few lines, and loses nothing', async () => {
  await gateway?.stop();
  const { code, output } = await runScript('server/main.ts', {
    ...env,
    ENCRYPTION_KEY: SECOND,
    SERVER_PORT: '0',
  });
  assert.equal(code, 1);
  assert.match(output, /is encrypted with the key \w{8}, but ENCRYPTION_KEY holds another key \(\w{8}\)/);
  assert.doesNotMatch(output, /at .*\.ts:\d+/);
  const client = await start(FIRST);
  await isOpen(client);
  await talk(client, 'two');
});

test('killed, and its key changed, it comes back without a new link and goes on talking', async () => {
  await gateway?.kill();
  const { code, output } = await rotate(FIRST, SECOND);
  assert.equal(code, 0, output);
  assert.match(output, /values are encrypted with the key \w{8}/);
  const client = await start(SECOND);
  await isOpen(client);
  await talk(client, 'three');
});
