/**
 * How much memory it costs to send a large document: by its address, as base64 and as an uploaded file. Linux.
 *
 *   scripts/node24 scripts/bench/media-memory.ts [megabytes]
 *
 * Each way gets a gateway of its own, as a process, linked to a simulated WhatsApp. Printed is the
 * resident memory of the gateway before, and the most that it had on the way (VmHWM, reset before).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkNewInstances } from '../sandbox/autolink.ts';
import { endAll, startSimulator } from '../sandbox/processes.ts';
import { addPhone, readTrust } from '../sandbox/simulator-client.ts';

const SIZE = Number(process.argv[2] ?? 100) * 1024 ** 2;
const KEY = 'bench';
const NUMBER = '15550002222';
const PORT = '18080';
const URL_OF_GATEWAY = `http://127.0.0.1:${PORT}`;

const folder = mkdtempSync(join(tmpdir(), 'zapgate-bench-'));
const bytes = Buffer.alloc(SIZE, 'document ');
const files = createServer((_request, response) => response.end(bytes)).listen(0, '127.0.0.1');
await once(files, 'listening');
const address = `http://127.0.0.1:${(files.address() as AddressInfo).port}/large.bin`;

const fields = { number: NUMBER, mediatype: 'document', fileName: 'large.bin' };
const asJson = (media: string) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ ...fields, media }),
});
const asForm = () => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new Blob([bytes]), 'large.bin');
  return { headers: {}, body };
};
const WAYS = {
  address: () => asJson(address),
  base64: () => asJson(bytes.toString('base64')),
  upload: asForm,
};

const simulator = await startSimulator('0');
const trust = await readTrust(simulator);
writeFileSync(join(folder, 'ca.pem'), trust.ca);
await addPhone(simulator, NUMBER, 'Ana');
for (const [way, request] of Object.entries(WAYS)) {
  const gateway = await linkedGateway(way);
  writeFileSync(`/proc/${gateway.pid}/clear_refs`, '5');
  const before = peak(gateway);
  const { headers, body } = request();
  const response = await fetch(`${URL_OF_GATEWAY}/message/sendMedia/${way}`, {
    method: 'POST',
    headers: { ...headers, apikey: KEY },
    body,
  });
  const answer = await response.text();
  if (response.status !== 201) throw new Error(answer);
  console.log(`${way}: ${before} MB before, ${peak(gateway)} MB at most`);
  gateway.kill();
  await once(gateway, 'exit');
}
files.close();
await endAll();
rmSync(folder, { recursive: true });
process.exit();

async function linkedGateway(name: string): Promise<ChildProcess> {
  const env = {
    ...{ AUTHENTICATION_API_KEY: KEY, DATA_DIR: join(folder, name), SERVER_PORT: PORT, LOG_LEVEL: 'warn' },
    ...{ WHATSAPP_SOCKET_URL: trust.socketUrl, WHATSAPP_NOISE_ROOT: trust.noiseRoot },
    ...{ WHATSAPP_CA_FILE: join(folder, 'ca.pem'), OUTBOUND_ALLOW: 'private', WEBSOCKET_ENABLED: 'true' },
    WEBSOCKET_GLOBAL_EVENTS: 'true',
  };
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  await until(async () => (await fetch(`${URL_OF_GATEWAY}/health/ready`).catch(() => undefined))?.ok);
  await linkNewInstances(URL_OF_GATEWAY, KEY, simulator);
  const headers = { apikey: KEY, 'content-type': 'application/json' };
  const body = JSON.stringify({ instanceName: name, qrcode: true });
  await fetch(`${URL_OF_GATEWAY}/instance/create`, { method: 'POST', headers, body });
  await until(async () => {
    const state = await fetch(`${URL_OF_GATEWAY}/instance/connectionState/${name}`, { headers });
    return ((await state.json()) as { instance: { state: string } }).instance.state === 'open';
  });
  return child;
}

async function until(ready: () => Promise<boolean | undefined>): Promise<void> {
  while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 100));
}

function peak({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
