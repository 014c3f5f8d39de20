import type { EventRecord } from '../store/schema.ts';

/**
 * A place that events go to: a webhook, a stream, a socket; a broker would be one more. It is given them one
 * after another, in the order of their instance.
 */
export interface Sink {
  /**
   * Resolves when the event has arrived, and gives what the place said of it.
   *
   * @param signal ends the try: nobody waits for it any more
   * @throws NotTaken if it has not arrived
   */
  send(event: EventRecord, signal: AbortSignal): Promise<Taken>;
}

/** `status`: of the receiver's answer, if the place speaks HTTP. */
export interface Taken {
  status: number | null;
}

/** The event has not arrived. `isFinal`: nor will it ever; `retryAfterMs`: how long the place asks to wait. */
export class NotTaken extends Error {
  readonly status: number | null;
  readonly isFinal: boolean;
  readonly retryAfterMs: number;

  constructor(message: string, { status = null, isFinal = false, retryAfterMs = 0 }: Partial<Refusal> = {}) {
    super(message);
    Object.assign(this, { name: 'NotTaken' });
    this.status = status;
    this.isFinal = isFinal;
    this.retryAfterMs = retryAfterMs;
  }
}

type Refusal = Pick<NotTaken, 'status' | 'isFinal' | 'retryAfterMs'>;

/** A failure of any kind. That of a host with several addresses has no message, but a code. */
export function toNotTaken(error: unknown): NotTaken {
  if (error instanceof NotTaken) return error;
  if (!(error instanceof Error)) return new NotTaken(String(error));
  return new NotTaken(error.message || ('code' in error ? String(error.code) : error.name));
}
