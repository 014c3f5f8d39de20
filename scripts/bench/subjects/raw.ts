import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Subject } from './subject.ts';

/** What the process is asked for. */
export type RawTask =
  | { do: 'link'; numbers: string[] }
  | { do: 'send'; number: string; to: string[]; count: number; concurrency: number }
  | { do: 'remember'; number: string; group: string }
  | { do: 'save' | 'restore'; file: string }
  | { do: 'arrived'; number: string; count: number };

interface Answer {
  id: number;
  began?: true;
  error?: string;
}

/** Raw Baileys; it also takes group metadata to where it is at hand. */
export interface RawSubject extends Subject {
  remember(number: string, group: string): Promise<void>;
  /** Keeps the states of all accounts in a file; and connects all of a file. */
  save(file: string): Promise<void>;
  restore(file: string): Promise<void>;
}

export async function startRaw(simulator: string, execArgv: string[] = []): Promise<RawSubject> {
  const child = spawn(process.execPath, [...execArgv, 'scripts/bench/subjects/raw-process.ts'], {
    env: { ...process.env, SIMULATOR: simulator },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  const ask = createAsk(child);
  return {
    ...{ name: 'raw', pid: child.pid ?? 0 },
    link: (numbers) => ask({ do: 'link', numbers }).done,
    send: (number, to, count, concurrency) => ask({ do: 'send', number, to, count, concurrency }).done,
    remember: (number, group) => ask({ do: 'remember', number, group }).done,
    save: (file) => ask({ do: 'save', file }).done,
    restore: (file) => ask({ do: 'restore', file }).done,
    async expect(number, count) {
      const { began, done } = ask({ do: 'arrived', number, count });
      await began;
      return { arrived: done };
    },
    async end() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function createAsk(child: ChildProcess) {
  const asked = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => asked.get(answer.id)?.(answer));
  child.on('exit', (code) => {
    for (const [id, tell] of asked) tell({ id, error: `raw Baileys ended with ${code}` });
  });
  return (task: RawTask): { began: Promise<void>; done: Promise<void> } => {
    const id = asked.size;
    const began = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    asked.set(id, ({ began: isBegun, error }) => {
      if (isBegun) began.resolve();
      else if (error === undefined) done.resolve();
      else done.reject(new Error(error));
    });
    child.send({ id, task });
    return { began: began.promise, done: done.promise };
  };
}
