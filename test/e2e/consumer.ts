/**
 * A program that reads the events of an instance in both ways, as a user of the client would write it, and is
 * killed at any point: what it has seen, it keeps in two files, a line for each event.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { verifyWebhook, ZapgateClient, type ZapgateEvent } from '../../clients/typescript/src/index.ts';

const { ZAPGATE_URL = '', ZAPGATE_KEY = '', INSTANCE: instance = '' } = process.env;
const { SECRETS = '', PORT = '', FOLDER = '' } = process.env;
const zapgate = new ZapgateClient({ baseUrl: ZAPGATE_URL, apiKey: ZAPGATE_KEY });

const file = (name: string): string => join(FOLDER, name);
const keep = (name: string, event: ZapgateEvent): void =>
  appendFileSync(file(name), `${JSON.stringify([event.sequence, event.id, event.event])}\n`);

createServer(async (request, response) => {
  const isTaken = await take(request).catch(() => false);
  response.writeHead(isTaken ? 204 : 401).end();
}).listen(Number(PORT), '127.0.0.1');

/** @throws WebhookVerificationError */
async function take(request: IncomingMessage): Promise<true> {
  const body = Buffer.concat(await request.toArray());
  keep('webhook', await verifyWebhook({ headers: request.headers, body }, SECRETS.split(',')));
  return true;
}

for (;;) {
  for await (const event of eventsAfter(lastId())) {
    if (event.event === 'gap') throw new Error(`events are missing after ${event.after}`);
    keep('stream', event);
  }
}

/** A stream without a place begins with what happens now: so what is there already is listed. */
async function* eventsAfter(after: string | undefined) {
  if (after !== undefined) return yield* zapgate.event.streamEvents({ instance, after });
  const { events } = await zapgate.event.listEvents({ instance, limit: 1 });
  yield* events;
}

function lastId(): string | undefined {
  if (!existsSync(file('stream'))) return undefined;
  const last = readFileSync(file('stream'), 'utf8').trim().split('\n').at(-1);
  return last && JSON.parse(last)[1];
}
