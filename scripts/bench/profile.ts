import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GatewayOptions } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'zapgate-profile-'));
const SHOWN = 30;

/** The part of V8's format that is read here. */
interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Options of a gateway that writes down, when it ends, where its time went. */
export const profiled = (): GatewayOptions => ({ execArgv: ['--cpu-prof', `--cpu-prof-dir=${folder}`] });

/** The functions, and the packages, that took the most time themselves, in percent of all but idling. */
export function summarize(): string {
  const files = readdirSync(folder).map((file) => join(folder, file));
  const largest = files.map((file) => readFileSync(file, 'utf8')).sort((a, b) => b.length - a.length)[0];
  if (!largest) return 'no profile was written';
  const byFunction = new Map<string, number>();
  const byPackage = new Map<string, number>();
  const { nodes, samples, timeDeltas } = JSON.parse(largest) as CpuProfile;
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    if (!frame || ['(idle)', '(program)', '(root)'].includes(frame.functionName)) continue;
    const time = timeDeltas[index] ?? 0;
    const where = placeOf(frame.url);
    add(byPackage, where, time);
    add(byFunction, `${frame.functionName || '(anonymous)'} ${where}:${frame.lineNumber + 1}`, time);
  }
  return [...top(byPackage, 12), '', ...top(byFunction, SHOWN), '', `profile: ${folder}`].join('\n');
}

function placeOf(url: string): string {
  const [, inPackage] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  const [, own] = /\/((?:server|scripts)\/.+)$/.exec(url) ?? [];
  return inPackage ?? own ?? (url || '(native)');
}

const add = (sums: Map<string, number>, key: string, time: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + time);

function top(sums: Map<string, number>, count: number): string[] {
  const total = [...sums.values()].reduce((sum, time) => sum + time, 0);
  const sorted = [...sums].sort(([, one], [, other]) => other - one).slice(0, count);
  return sorted.map(([what, time]) => `${((100 * time) / total).toFixed(1).padStart(5)} %  ${what}`);
}
