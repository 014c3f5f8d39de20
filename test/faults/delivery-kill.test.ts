import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { ZapgateClient } from '../../clients/typescript/src/index.ts';
import type { Envelope } from '../../server/delivery/envelope.ts';
import { eventually } from '../simulator/control-client.ts';
import { KEY } from '../support/gateway.ts';
import { type SpawnedGateway, spawnGateway } from '../support/gateway-process.ts';

/** `npm run test:faults` stops at every statement; otherwise at one of so many. */
const STRIDE = process.env.KILLS === undefined ? 5 : 1;
const PRELOAD = new URL('./kill-at-statement.ts', import.meta.url);

type Point = 'connected' | 'asked' | 'answered';

const folder = mkdtempSync(join(tmpdir(), 'zapgate-delivery-kill-'));
const received: Envelope[] = [];
let gateway: SpawnedGateway;
/** Where the receiver kills the gateway, once. */
let killAt: Point | undefined;

/** It takes nothing the first time. */
const receiver = createServer(async (request, response) => {
  const envelope = (await json(request)) as Envelope;
  assert.equal(request.headers['x-delivery-id'], envelope.id);
  const isNew = received.every(({ id }) => id !== envelope.id);
  received.push(envelope);
  await reached('asked');
  response.writeHead(isNew ? 500 : 200).end(() => void reached('answered'));
});
receiver.on('connection', () => void reached('connected'));

async function reached(point: Point): Promise<void> {
  if (killAt !== point) return;
  killAt = undefined;
  await gateway.kill();
}

function rows<Row>(query: string): Row[] {
  const db = new Sqlite(join(folder, 'zapgate.db'), { readonly: true });
  const found = db.prepare<[], Row>(query).all();
  db.close();
  return found;
}

/** The ids of all events, in their order; every start of the gateway adds one. */
const log = (): string[] => rows<{ id: string }>('select id from event order by seq').map(({ id }) => id);

async function start(env: Record<string, string> = {}): Promise<void> {
  const common = { DATA_DIR: folder, OUTBOUND_ALLOW: 'private', LOG_LEVEL: 'error' };
  const retry = { WEBHOOK_RETRY_INITIAL_DELAY_SECONDS: '0' };
  gateway = await spawnGateway({ ...common, ...retry, ...env }, PRELOAD);
  await gateway.ready();
}

const UNDONE = `select * from delivery where state <> 'delivered' or last_error is not null
  or attempts <> (select count(*) from attempt where delivery_id = delivery.id)`;

/** Starts the gateway, and lets it go on until it is killed, or has delivered what its start tells of. */
async function run(env: Record<string, string> = {}): Promise<'killed' | 'done'> {
  const known = log().length;
  await start(env);
  await eventually('all is delivered, or the gateway killed', async () => {
    if (gateway.hasEnded()) return true;
    return log().length > known && rows(UNDONE).length === 0;
  });
  return (await gateway.stop()) === 0 ? 'done' : 'killed';
}

before(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  await start();
  const client = new ZapgateClient({ baseUrl: gateway.url, apiKey: KEY });
  await client.instance.createInstance({ body: { instanceName: 'shop', webhook: { url } } });
  await gateway.stop();
});
after(async () => {
  await gateway.kill();
  receiver.closeAllConnections();
  receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each event once or more, and none before one that is older. */
function assertAllCame(): void {
  const numbers = received.map(({ sequence }) => sequence);
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => a - b),
  );
  assert.deepEqual([...new Set(received.map(({ id }) => id))], log());
  assert.deepEqual(rows(UNDONE), []);
}

test('killed between every two statements of a delivery: nothing lost, doubles by the same id', async () => {
  let kills = 0;
  while ((await run({ KILL_AT: String(1 + kills * STRIDE) })) === 'killed') kills += 1;
  assert.ok(kills * STRIDE > 15, `${kills} kills`);
  assertAllCame();
});

test('killed as a request is under way: nothing lost, doubles by the same id', async () => {
  for (const point of ['connected', 'asked', 'answered'] as const) {
    killAt = point;
    assert.equal(await run(), 'killed', point);
  }
  assert.equal(await run(), 'done');
  assertAllCame();
  const asked = rows<{ all: number }>('select count(*) as "all" from attempt')[0]?.all ?? 0;
  assert.ok(received.length > asked, 'what was asked and not answered came again');
});
