/** Does a job `count` times, `concurrency` at a time. */
export async function inParallel(
  count: number,
  concurrency: number,
  job: (n: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, count) }, work));
}
