import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { median, type Result, type Samples } from './measure.ts';

const FIGURES = new URL('figures.json', import.meta.url);
const README = new URL('../../README.md', import.meta.url);
/** What stands between these two lines of the README is made of the figures. */
const [BEGIN, END] = ['<!-- figures: npm run bench -->', '<!-- end of figures -->'];

const ratio = ({ raw, zapgate }: Samples): number => median(zapgate) / median(raw);

function isMet(result: Result): boolean {
  const { better, target, isAbsolute } = result;
  const reached = isAbsolute ? median(result.zapgate) : ratio(result);
  return better === 'more' ? reached >= target : reached <= target;
}

const number = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });

/** The median and, of several, the least and the most. */
function range(samples: number[]): string {
  const middle = number(median(samples));
  if (samples.length === 1) return middle;
  return `${middle} (${number(Math.min(...samples))}–${number(Math.max(...samples))})`;
}

/** A line for the terminal. */
export function show(result: Result): string {
  const { measure, title, unit, raw, zapgate, better, target, isAbsolute } = result;
  const wanted = `${better === 'more' ? '≥' : '≤'} ${target}${isAbsolute ? ` ${unit}` : ''}`;
  const verdict = isMet(result) ? 'met' : 'MISSED';
  return `${measure}, ${title}: ${range(zapgate)} ${unit}, raw ${range(raw)}: ${ratio(result).toFixed(2)} × (${wanted}: ${verdict})`;
}

function tableOf(results: Result[]): string {
  const rows = results.map((result) => {
    const { title, zapgate, raw, unit, against } = result;
    return `| ${title} | ${range(zapgate)} ${unit} | ${range(raw)} ${unit} | ${against} | ${ratio(result).toFixed(2)} |`;
  });
  return ['| | Zapgate | beside it | which is | ratio |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** Keeps the figures of a whole run beside the code, and puts them into the README. */
export function keep(results: Result[]): void {
  const [cpu] = cpus();
  const machine = {
    cpu: cpu?.model,
    cores: cpus().length,
    node: process.version,
    platform: process.platform,
  };
  writeFileSync(FIGURES, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
  const readme = readFileSync(README, 'utf8');
  const [before, rest = ''] = readme.split(BEGIN);
  const [, after = ''] = rest.split(END);
  writeFileSync(README, `${before}${BEGIN}\n\n${tableOf(results)}\n\n${END}${after}`);
}
