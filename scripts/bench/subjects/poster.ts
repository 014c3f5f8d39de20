import { Pool } from 'undici';
import { textEvent, textRow } from '../texts.ts';

/** Posts what a webhook would, without anything of ours around it. */
export interface Poster {
  post(n: number): Promise<void>;
  end(): Promise<void>;
}

export function createPoster(url: string, connections: number): Poster {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const headers = { 'content-type': 'application/json' };
  return {
    async post(n) {
      const { type: event, data } = textEvent(textRow('instance', n));
      const envelope = { event, instance: 'shop', data, destination: url, date_time: new Date() };
      const body = JSON.stringify(envelope);
      const answer = await pool.request({ method: 'POST', path: '/', headers, body });
      await answer.body.dump();
    },
    end: () => pool.close(),
  };
}
