import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The environment in which `#!/usr/bin/env node` tools run on this same Node. */
export const toolEnv = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};

/** Runs an installed tool in the project's folder; its output is shown only if it fails. */
export function runTool(name: string, args: string[]): void {
  const tool = join(root, 'node_modules/.bin', name);
  const { status, stdout, stderr, error } = spawnSync(tool, args, {
    cwd: root,
    env: toolEnv,
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Error(`${name} ${args.join(' ')} failed\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
}
