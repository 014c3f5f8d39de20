import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Asks a child process, and gives its answer; one question at a time. @throws if it ends instead */
export async function ask<Answer>(child: ChildProcess, question: object): Promise<Answer> {
  const over = new AbortController();
  const { signal } = over;
  const answered = once(child, 'message', { signal });
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`A process that was asked ended with ${code}`);
  });
  child.send(question);
  const [answer] = await Promise.race([answered, ended]).finally(() => over.abort());
  return answer;
}
