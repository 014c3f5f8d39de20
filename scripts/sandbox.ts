/**
 * The gateway and a simulated WhatsApp on this machine: no phone, no services. `--watch` starts the gateway anew
 * when its code changes; the simulated WhatsApp stays.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkNewInstances } from './sandbox/autolink.ts';
import { endAll, startGateway, startSimulator } from './sandbox/processes.ts';
import { addPhone, readTrust } from './sandbox/simulator-client.ts';
import { welcome } from './sandbox/welcome.ts';

const OWN = '15550001111';
const OTHER = '15550002222';

const { SERVER_PORT = '8080', SIMULATOR_PORT = '8090', SANDBOX_AUTOLINK = 'true' } = process.env;
const key = process.env.AUTHENTICATION_API_KEY ?? randomUUID().toUpperCase();
const folder = mkdtempSync(join(tmpdir(), 'zapgate-sandbox-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => endAll().then(() => process.exit()));

const simulator = await startSimulator(SIMULATOR_PORT);
const trust = await readTrust(simulator);
writeFileSync(join(folder, 'ca.pem'), trust.ca);
await addPhone(simulator, OTHER, 'Ana');
const gateway = await startGateway(SERVER_PORT, process.argv.includes('--watch'), {
  AUTHENTICATION_API_KEY: key,
  DATA_DIR: folder,
  WHATSAPP_SOCKET_URL: trust.socketUrl,
  WHATSAPP_NOISE_ROOT: trust.noiseRoot,
  WHATSAPP_CA_FILE: join(folder, 'ca.pem'),
  OUTBOUND_ALLOW: 'private',
  WEBSOCKET_ENABLED: 'true',
  WEBSOCKET_GLOBAL_EVENTS: 'true',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
if (SANDBOX_AUTOLINK === 'true') await linkNewInstances(gateway, key, simulator);
console.log(welcome({ gateway, simulator, key, own: OWN, other: OTHER }));
