import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../simulator/main.ts', import.meta.url));

/** A simulator in a process of its own. `output` holds all it has printed. */
export type SimulatorProcess = {
  readonly url: string;
  readonly socketUrl: string;
  output(): string;
  stop(): Promise<void>;
};

function firstLine(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the simulator ended: ${output()}`)));
    child.stdout?.on('data', () => {
      const end = output().indexOf('\n');
      if (end >= 0) resolve(output().slice(0, end));
    });
  });
}

/** Starts a simulator on a free port. It ends by `stop` or, at the latest, with this process. */
export async function startSimulatorProcess(env: Record<string, string> = {}): Promise<SimulatorProcess> {
  const options = { env: { ...process.env, SIMULATOR_PORT: '0', ...env }, execArgv: [], silent: true };
  const child = fork(MAIN, options);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  const { url, socketUrl } = JSON.parse(await firstLine(child, () => text));
  return {
    url,
    socketUrl,
    output: () => text,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
