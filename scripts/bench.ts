/**
 * How fast Zapgate is, beside what it stands on: each measure is taken of raw Baileys and of Zapgate in turn,
 * in one run, against the same simulated WhatsApp; where Baileys has no part in it, of Express, of SQLite or of
 * an HTTP client alone. Linux.
 *
 *   npm run bench                      everything; keeps the figures, and puts them into the README's table
 *   npm run bench -- send receive      some
 *   npm run bench -- --profile send    one, and where Zapgate spends its time
 */
import { parseArgs } from 'node:util';
import type { Result } from './bench/measure.ts';
import { MEASURES } from './bench/measures/index.ts';
import { profiled, summarize } from './bench/profile.ts';
import { keep, show } from './bench/report.ts';
import { startWorld } from './bench/world.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'boolean' } },
});
const unknown = positionals.find((name) => !MEASURES.some((measure) => measure.name === name));
if (unknown) throw new Error(`There is no ${unknown}, but: ${MEASURES.map(({ name }) => name).join(', ')}`);
const wanted = MEASURES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

const results: Result[] = [];
for (const { name, run } of wanted) {
  const world = await startWorld();
  const began = performance.now();
  const found = (await run(world, values.profile ? profiled() : undefined)).map((result) => ({
    ...result,
    measure: name,
  }));
  await world.end();
  results.push(...found);
  for (const result of found) console.log(show(result));
  console.log(`(${name}: ${Math.round((performance.now() - began) / 1_000)} s)`);
}
if (values.profile) console.log(summarize());
if (positionals.length === 0) keep(results);
process.exit();
