/** Everything that can be checked without running the product; all of it runs, then the verdict. */
import { spawnSync } from 'node:child_process';
import { toolEnv } from './generate/tools.ts';

const CHECKS = {
  'spec lint': ['redocly', 'lint'],
  types: ['tsc', '--noEmit'],
  'lint and format': ['biome', 'check', '--error-on-warnings'],
};

const failed = Object.entries(CHECKS)
  .filter(([name, [tool = '', ...args]]) => !passes(name, `node_modules/.bin/${tool}`, args))
  .map(([name]) => name);
if (!passes('generated code', process.execPath, ['scripts/generate.ts', '--check']))
  failed.push('generated code');
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}

function passes(name: string, command: string, args: string[]): boolean {
  const { status, stdout, stderr } = spawnSync(command, args, { env: toolEnv, encoding: 'utf8' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  if (status !== 0) console.error(`${stdout ?? ''}${stderr ?? ''}`);
  return status === 0;
}
