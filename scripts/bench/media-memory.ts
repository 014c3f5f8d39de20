/**
 * How much memory it costs to send a large document: by its address, as base64 and as an uploaded file. Linux.
 *
 *   scripts/node24 scripts/bench/media-memory.ts [megabytes]
 *
 * Each way gets a gateway of its own, as a process, linked to a simulated WhatsApp. Printed is the
 * resident memory of the gateway before, and the most that it had on the way (VmHWM, reset before).
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addPhone } from '../sandbox/simulator-client.ts';
import { linkInstance } from './links.ts';
import { peak, resetPeak, resident } from './process-memory.ts';
import { KEY, startWorld, until } from './world.ts';

const SIZE = Number(process.argv[2] ?? 100) * 1024 ** 2;
const NUMBER = '15550002222';
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

const world = await startWorld();
await addPhone(world.simulator, NUMBER, 'Ana');
for (const [n, [way, request]] of Object.entries(WAYS).entries()) {
  const gateway = await world.gateway(way);
  await linkInstance(world, gateway, way, n);
  await until(async () => {
    const { instance } = await gateway.client.instance.connectionState({ instance: way });
    return instance.state === 'open';
  });
  resetPeak(gateway.pid);
  const before = resident(gateway.pid);
  const { headers, body } = request();
  const response = await fetch(`${gateway.url}/message/sendMedia/${way}`, {
    method: 'POST',
    headers: { ...headers, apikey: KEY },
    body,
  });
  const answer = await response.text();
  if (response.status !== 201) throw new Error(answer);
  console.log(`${way}: ${before} MB before, ${peak(gateway.pid)} MB at most`);
  await gateway.end('SIGTERM');
}
files.close();
await world.end();
process.exit();
