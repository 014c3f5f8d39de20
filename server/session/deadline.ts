import { type HttpError, timedOut } from '../errors.ts';

/**
 * Milliseconds that an operation may take as a whole, all of its steps together: clients give up after thirty
 * seconds. What a caller asks to wait comes on top.
 */
export const OPERATION_MS = 20_000;

const noAnswer = (): HttpError => timedOut('WhatsApp did not answer in time', 'Error: Timed Out');

/**
 * Waits for one step of an operation until the time of the whole operation is up.
 *
 * @param late says which step was too slow
 * @throws HttpError `late`, by default 504, when the signal comes first
 */
export function before<T>(signal: AbortSignal, work: Promise<T>, late = noAnswer): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(late());
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', onAbort));
}
