import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure, Measure, Samples } from '../measure.ts';
import { peak, resetPeak, resident } from '../process-memory.ts';
import { startRaw } from '../subjects/raw.ts';
import type { Subject } from '../subjects/subject.ts';
import { startZapgate } from '../subjects/zapgate.ts';
import { until, type World } from '../world.ts';

const BURST = 50;
const FEW = 100;
const MANY = 500;
/** Long enough for the key uploads and the first garbage collections after a link. */
const REST_MS = 20_000;

type Step = 'burstTime' | 'burstPeak' | 'eachOfFew' | 'eachOfMany' | 'allOpen' | 'firstAnswer';
type Figures = Record<Step, number>;

const against = 'Baileys, one process';
const memory = { unit: 'MB', better: 'less', target: 1.2, against } as const;
const time = { unit: 's', better: 'less', against } as const;

const FIGURES: Record<Step, Figure> = {
  burstTime: { ...time, title: `${BURST} phones link at once: time`, target: 1.2 },
  burstPeak: { ...memory, title: `${BURST} phones link at once: most memory` },
  eachOfFew: { ...memory, title: `memory of each of ${FEW} idle instances` },
  eachOfMany: { ...memory, title: `memory of each of ${MANY} idle instances` },
  allOpen: { ...time, title: `restart with ${MANY} instances: all open`, target: 1.1 },
  firstAnswer: {
    ...time,
    ...{
      title: 'restart: first answer, beyond that of an empty gateway',
      target: 1,
      against: 'what is allowed',
    },
  },
};

const number = (side: string, n: number): string =>
  `1${side === 'raw' ? 888 : 999}${String(n).padStart(7, '0')}`;

/** Links step by step, and says what that took. */
async function fill(subject: Subject): Promise<Omit<Figures, 'allOpen' | 'firstAnswer'>> {
  const numbers = Array.from({ length: MANY }, (_, n) => number(subject.name, n));
  await pause(REST_MS);
  const base = resident(subject.pid);
  resetPeak(subject.pid);
  const began = performance.now();
  await subject.link(numbers.slice(0, BURST));
  const burstTime = (performance.now() - began) / 1_000;
  const burstPeak = peak(subject.pid);
  await subject.link(numbers.slice(BURST, FEW));
  await pause(REST_MS);
  const eachOfFew = (resident(subject.pid) - base) / FEW;
  for (let n = FEW; n < MANY; n += BURST) await subject.link(numbers.slice(n, n + BURST));
  await pause(REST_MS);
  return { burstTime, burstPeak, eachOfFew, eachOfMany: (resident(subject.pid) - base) / MANY };
}

async function ofRaw({ simulator }: World): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'zapgate-bench-raw-'));
  const file = join(folder, 'state.json');
  const first = await startRaw(simulator);
  const filled = await fill(first);
  await first.save(file);
  await first.end();
  const began = performance.now();
  const second = await startRaw(simulator);
  await second.restore(file);
  const allOpen = (performance.now() - began) / 1_000;
  await second.end();
  rmSync(folder, { recursive: true });
  return { ...filled, allOpen, firstAnswer: 1 };
}

async function ofZapgate(world: World): Promise<Figures> {
  const empty = await world.gateway('empty');
  await empty.end('SIGTERM');
  const known = await world.gateway('empty');
  await known.end('SIGTERM');
  const first = await startZapgate(world, undefined, { events: [] });
  const filled = await fill(first);
  await first.end();
  const began = performance.now();
  const second = await world.gateway('zapgate');
  await until(async () => {
    const instances = await second.client.instance.fetchInstances({});
    return instances.filter(({ connectionStatus }) => connectionStatus === 'open').length === MANY;
  });
  const allOpen = (performance.now() - began) / 1_000;
  await second.end('SIGTERM');
  return { ...filled, allOpen, firstAnswer: Math.max(0, second.startedInMs - known.startedInMs) / 1_000 };
}

/** One after the other, once: five hundred links take minutes. */
export const instances: Measure = {
  name: 'instances',
  async run(world) {
    const raw = await ofRaw(world);
    const zapgate = await ofZapgate(world);
    const samples = (step: Step): Samples => ({ raw: [raw[step]], zapgate: [zapgate[step]] });
    return (Object.keys(FIGURES) as Step[]).map((step) => ({ ...FIGURES[step], ...samples(step) }));
  },
};
