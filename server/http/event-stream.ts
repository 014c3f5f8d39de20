import { once } from 'node:events';
import type { Response } from 'express';
import type { Clock } from '../clock.ts';
import type { EventStream, Operation } from '../generated/index.ts';
import type { AnswerCheck } from './answer-check.ts';
import { logOf } from './locals.ts';

/** Shorter than what proxies on the way give a silent connection. */
const HEARTBEAT_MS = 15_000;
/** After which browsers connect again. */
const RETRY_MS = 3_000;

const HEADERS = {
  'content-type': 'text/event-stream',
  // `no-transform`: neither our own compression nor a proxy's may hold events back.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  connection: 'close',
};

export interface StreamOptions {
  clock: Clock;
  /** Ends every stream. */
  stopping: AbortSignal;
  check: AnswerCheck | undefined;
}

/**
 * Answers server-sent events until the stream has no more, the caller is gone or the server stops. The stream
 * writes its next item only when the caller has read the ones before, but for what fits the connection.
 */
export async function sendStream(
  res: Response,
  operation: Operation,
  stream: EventStream<unknown>,
  { clock, stopping, check }: StreamOptions,
): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  const { signal } = ended;
  res.once('close', end);
  stopping.addEventListener('abort', end, { signal });
  if (stopping.aborted) end();
  res.writeHead(operation.status, HEADERS).write(`retry: ${RETRY_MS}\n\n`);
  sendHeartbeats(res, clock, signal);
  try {
    await stream((item) => {
      check?.(operation, operation.status, item);
      return write(res, toText(item), signal);
    }, signal);
    // Who does not read must not hold the end up.
    stopping.aborted && res.writableNeedDrain ? res.destroy() : res.end();
  } catch (error) {
    logOf(res).error({ err: error }, 'a stream failed');
    res.destroy();
  } finally {
    end();
  }
}

/** An item's `event` is its event, and its `id`, if it has one, its id. JSON has no line breaks. */
function toText(item: unknown): string {
  const { id, event } = item as { id?: string; event: string };
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(item)}\n\n`;
}

async function write(res: Response, text: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted || res.write(text)) return;
  await once(res, 'drain', { signal }).catch(() => {}); // the signal ends it as reading does
}

async function sendHeartbeats(res: Response, clock: Clock, signal: AbortSignal): Promise<void> {
  for (;;) {
    await clock.wait(HEARTBEAT_MS, signal);
    if (signal.aborted) return;
    if (!res.writableNeedDrain) res.write(':\n\n');
  }
}
