import { setTimeout as pause } from 'node:timers/promises';

/** Does a job `count` times, so many a second, however long each takes; resolves when all are done. */
export async function atRate(
  perSecond: number,
  count: number,
  job: (n: number) => Promise<unknown>,
): Promise<void> {
  const began = performance.now();
  const jobs: Promise<unknown>[] = [];
  while (jobs.length < count) {
    const due = Math.min(count, ((performance.now() - began) / 1_000) * perSecond);
    while (jobs.length < due) jobs.push(job(jobs.length));
    await pause(1);
  }
  await Promise.all(jobs);
}
