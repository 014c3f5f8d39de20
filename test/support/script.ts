import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a script of this repository came to. */
export interface Ran {
  /** Null when it was killed. */
  code: number | null;
  output: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs `file`, a path in this repository; `begun` gets the process, to end it for instance. */
export async function runScript(
  file: string,
  env: Record<string, string>,
  begun: (child: ChildProcess) => void = () => {},
): Promise<Ran> {
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
  begun(child);
  const [code] = await once(child, 'close');
  return { code, output };
}
