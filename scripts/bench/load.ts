import { Pool } from 'undici';
import { KEY } from './world.ts';

export interface Load {
  path: string;
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: object;
  /** What it is answered; 2xx if left out. */
  status?: number;
}

/** Requests a second over so many connections, for so long. @throws if one is answered otherwise than expected */
export async function requestRate(
  url: string,
  { path, body, status }: Load,
  connections: number,
  ms: number,
): Promise<number> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const headers = { apikey: KEY, 'content-type': 'application/json' };
  const request = {
    method: body ? 'POST' : 'GET',
    path,
    headers,
    body: body ? JSON.stringify(body) : null,
  } as const;
  const began = performance.now();
  let count = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      const { statusCode, body: answer } = await pool.request(request);
      await answer.dump();
      if (status ? statusCode !== status : statusCode >= 300)
        throw new Error(`${path} answered ${statusCode}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  return count / seconds;
}
