import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHAT, FILLED, fillFolder } from '../filled-folder.ts';
import { type Load, requestRate } from '../load.ts';
import { alternate, type Figure, type Measure } from '../measure.ts';
import { openSqlPages, type SqlPages } from '../subjects/sql-pages.ts';
import type { BenchGateway, GatewayOptions, World } from '../world.ts';

const ROUNDS = 4;
/** Of a turn. */
const MS = 700;
/** Enough to keep a gateway busy: what is measured is its time for each request. */
const CONNECTIONS = 16;
const INSTANCES = 50;
const PAGE = 50;
/** Messages that the gateways have, and where each listens. */
const SIZES = { ten: 10, few: 10_000, some: 100_000, many: 1_000_000 };
const PORTS = { ten: 18_081, few: 18_082, some: 18_083, many: 18_084 };
type Size = keyof typeof SIZES;

const PAGE_OF_ALL: Load = { path: `/chat/findMessages/${FILLED}`, body: {} };
const PAGE_OF_CHAT: Load = { ...PAGE_OF_ALL, body: { where: { key: { remoteJid: CHAT } } } };
const NO_QUERY: Load = { path: `/instance/connectionState/${FILLED}` };
const LIST: Load = { path: '/instance/fetchInstances' };

const ms = { unit: 'ms', better: 'less' } as const;
const beside = { ...ms, target: 1.3, against: 'of 10,000' };
const besideSql = { ...ms, target: 1.5, against: 'its SQL alone, and the JSON of its rows' };

const FIGURES = {
  some: { ...beside, title: '`findMessages`: a page of 100,000 messages' },
  many: { ...beside, title: '`findMessages`: a page of a million messages' },
  chat: { ...beside, title: 'the same, of a chat that has 1,000 of them' },
  whole: { ...besideSql, title: '`findMessages`, a million messages: with all of HTTP' },
  own: { ...besideSql, title: 'the same, less what `connectionState` takes' },
  list: {
    ...{ title: `\`fetchInstances\`: ${INSTANCES} instances with a million messages`, unit: 'requests/s' },
    ...{ better: 'more', target: 0.9, against: 'with ten messages' },
  },
} satisfies Record<string, Figure>;

/** The time of a first page of messages hangs neither on how many there are, nor does that of the instances. */
export const queries: Measure = {
  name: 'queries',
  async run(world, options) {
    const root = mkdtempSync(join(tmpdir(), 'zapgate-bench-queries-'));
    const start = (size: Size, given?: GatewayOptions) => startFilled(world, join(root, size), size, given);
    const gateways = {
      ...{ ten: await start('ten'), few: await start('few'), some: await start('some') },
      many: await start('many', options),
    };
    const alone = openSqlPages(join(root, 'many'), PAGE);
    await warmUp(Object.values(gateways));
    const figures = await compare(gateways, alone);
    alone.close();
    for (const gateway of Object.values(gateways)) await gateway.end('SIGTERM');
    rmSync(root, { recursive: true });
    return figures;
  },
};

async function startFilled(
  world: World,
  folder: string,
  size: Size,
  options?: GatewayOptions,
): Promise<BenchGateway> {
  await fillFolder(folder, INSTANCES, SIZES[size]);
  return world.gateway(size, { ...options, port: PORTS[size], env: { DATA_DIR: folder } });
}

/** What a gateway has compiled in turns that others do not have must be no advantage to it. */
async function warmUp(gateways: BenchGateway[]): Promise<void> {
  for (const { url } of gateways)
    for (const load of [PAGE_OF_ALL, PAGE_OF_CHAT, NO_QUERY, LIST])
      await requestRate(url, load, CONNECTIONS, MS / 2);
}

async function compare(gateways: Record<Size, BenchGateway>, alone: SqlPages) {
  const rate = (size: Size, load: Load) => () => requestRate(gateways[size].url, load, CONNECTIONS, MS);
  const time = (size: Size, load: Load) => async () => 1_000 / (await rate(size, load)());
  const lists = await alternate(ROUNDS, { raw: rate('ten', LIST), zapgate: rate('many', LIST) });
  const { few, some, many, noQuery, sql, chatOfFew, chatOfMany } = await alternate(ROUNDS, {
    few: time('few', PAGE_OF_ALL),
    some: time('some', PAGE_OF_ALL),
    many: time('many', PAGE_OF_ALL),
    noQuery: time('many', NO_QUERY),
    sql: async () => timeAlone(() => alone.read()),
    chatOfFew: time('few', PAGE_OF_CHAT),
    chatOfMany: time('many', PAGE_OF_CHAT),
  });
  const own = many.map((whole, round) => whole - (noQuery[round] ?? 0));
  return [
    { ...FIGURES.some, raw: few, zapgate: some },
    { ...FIGURES.many, raw: few, zapgate: many },
    { ...FIGURES.chat, raw: chatOfFew, zapgate: chatOfMany },
    { ...FIGURES.whole, raw: sql, zapgate: many },
    { ...FIGURES.own, raw: sql, zapgate: own },
    { ...FIGURES.list, ...lists },
  ];
}

/** Milliseconds for each. */
function timeAlone(work: () => unknown): number {
  const began = performance.now();
  let count = 0;
  for (; performance.now() - began < MS; count++) work();
  return (performance.now() - began) / count;
}
