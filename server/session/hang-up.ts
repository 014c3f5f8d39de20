import { once } from 'node:events';
import type { Link } from './link.ts';

/** A server that is silent would keep a closing socket waiting for half a minute. */
const HANG_UP_TIMEOUT_MS = 2_000;

/** Ends as if the network had: told to end, Baileys leaves the queries under way waiting for their time-out. */
export async function hangUp({ socket, liveness, flushed }: Link): Promise<void> {
  liveness.stop();
  const patience = AbortSignal.timeout(HANG_UP_TIMEOUT_MS);
  socket.ws.emit('close');
  const ended = socket.ws.isClosed ? undefined : once(socket.ws, 'close').catch(() => {}); // an error if not yet open
  await Promise.race([Promise.all([ended, flushed()]), once(patience, 'abort')]);
}
