import type { Logger } from '../logger.ts';
import type { Lane } from '../store/deliveries.ts';

/** How long a lane rests when its step failed by our own fault, such as a full disk. */
const REST_AFTER_FAULT_MS = 5_000;
/** What setTimeout can hold. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface LanesOptions {
  /** Steps that run at once. */
  concurrency: number;
  /** Does one thing of the lane. Gives the time (ms since the epoch) of the next, `undefined` for none. */
  step(lane: Lane): Promise<number | undefined>;
  logger: Logger;
}

export interface Lanes {
  /** Something of the lane may be due. */
  wake(lane: Lane): void;
  /** Starts no more steps; resolves when those under way have ended. */
  stop(): Promise<void>;
}

/**
 * Runs the steps of each lane one after another, and lanes beside each other. After every step a lane goes to
 * the end of the queue, so that a long one delays no other; one timer waits for the lane that is due first.
 */
export function createLanes({ concurrency, step, logger }: LanesOptions): Lanes {
  const ready = new Map<string, Lane>();
  const running = new Map<string, Promise<void>>();
  const wokenWhileRunning = new Set<string>();
  const waiting = new Map<string, { lane: Lane; at: number }>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function wake(lane: Lane): void {
    const key = keyOf(lane);
    if (running.has(key)) wokenWhileRunning.add(key);
    else ready.set(key, lane);
    waiting.delete(key);
    runReady();
  }

  function runReady(): void {
    for (const [key, lane] of ready) {
      if (stopped || running.size >= concurrency) return;
      ready.delete(key);
      running.set(key, run(key, lane));
    }
  }

  async function run(key: string, lane: Lane): Promise<void> {
    const at = await step(lane).catch((error) => {
      logger.error({ err: error, ...lane }, 'a delivery step failed');
      return Date.now() + REST_AFTER_FAULT_MS;
    });
    running.delete(key);
    const woken = wokenWhileRunning.delete(key);
    if (at !== undefined && at > Date.now()) wait(key, lane, at);
    else if (at !== undefined || woken) ready.set(key, lane);
    runReady();
  }

  function wait(key: string, lane: Lane, at: number): void {
    waiting.set(key, { lane, at });
    setTimer();
  }

  function setTimer(): void {
    clearTimeout(timer);
    if (stopped || waiting.size === 0) return;
    const first = Math.min(...Array.from(waiting.values(), ({ at }) => at));
    timer = setTimeout(wakeDue, Math.min(first - Date.now(), LONGEST_TIMER_MS));
  }

  function wakeDue(): void {
    const now = Date.now();
    for (const { lane, at } of [...waiting.values()]) if (at <= now) wake(lane);
    setTimer();
  }

  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}

function keyOf({ webhookId, instanceId, channel }: Lane): string {
  return `${webhookId}/${instanceId}/${channel}`;
}
