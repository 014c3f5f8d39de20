import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { Lane } from '../store/deliveries.ts';
import { createTurns, type TurnLimits } from './turns.ts';

/** How long a lane rests when its turn failed by our own fault, such as a full disk. */
const REST_AFTER_FAULT_MS = 5_000;
/** What setTimeout can hold. */
const LONGEST_REST_MS = 2 ** 31 - 1;

export interface LanesOptions {
  clock: Clock;
  limits: TurnLimits;
  /** Lanes of one group share its limit. */
  groupOf(lane: Lane): string;
  /** Does what is due in the lane. */
  turn(lane: Lane): Promise<Turn>;
  logger: Logger;
}

/** How a turn ended. */
export interface Turn {
  /** When the lane's next one is due (ms since the epoch); `undefined`: it has nothing more. */
  next: number | undefined;
  /** Whether the group took what it was given; `undefined` if it was given nothing. */
  good?: boolean | undefined;
}

export interface Lanes {
  /** Something of the lane may be due. */
  wake(lane: Lane): void;
  /** Starts no more turns; resolves when those under way have ended. */
  stop(): Promise<void>;
}

/** A lane that has something to do. */
interface Busy {
  lane: Lane;
  /** Where it stands in line, or runs; a lane that rests stands in none. */
  group: string;
  phase: 'ready' | 'running' | 'resting';
  /** While it ran. */
  woken: boolean;
  rest: AbortController;
}

/**
 * Gives each lane one turn after another, and lanes beside each other. After every turn a lane goes to the end
 * of its group's line, so that a long one delays no other.
 */
export function createLanes({ clock, limits, groupOf, turn, logger }: LanesOptions): Lanes {
  const lanes = new Map<string, Busy>();
  const turns = createTurns<Busy>(limits);
  const running = new Set<Promise<void>>();
  let stopped = false;

  function wake(lane: Lane): void {
    const key = keyOf(lane);
    const busy = lanes.get(key) ?? newlyBusy(lane);
    lanes.set(key, busy);
    if (busy.phase === 'running') busy.woken = true;
    if (busy.phase === 'resting') enter(busy);
    runReady();
  }

  function enter(busy: Busy): void {
    busy.rest.abort();
    Object.assign(busy, { phase: 'ready', woken: false, group: groupOf(busy.lane) });
    turns.add(busy.group, busy);
  }

  function runReady(): void {
    for (let busy = next(); busy; busy = next()) {
      busy.phase = 'running';
      const run = runOne(busy);
      running.add(run);
      void run.finally(() => running.delete(run));
    }
  }

  const next = (): Busy | undefined => (stopped ? undefined : turns.next());

  async function runOne(busy: Busy): Promise<void> {
    const { next, good } = await turn(busy.lane).catch((error): Turn => {
      logger.error({ err: error, ...busy.lane }, 'a delivery turn failed');
      return { next: clock.now() + REST_AFTER_FAULT_MS };
    });
    turns.end(busy.group, good);
    if (busy.woken || (next !== undefined && next <= clock.now())) enter(busy);
    else if (next !== undefined) rest(busy, next - clock.now());
    else lanes.delete(keyOf(busy.lane));
    runReady();
  }

  function rest(busy: Busy, ms: number): void {
    const resting = new AbortController();
    Object.assign(busy, { phase: 'resting', rest: resting });
    if (stopped) return;
    void clock.wait(Math.min(ms, LONGEST_REST_MS), resting.signal).then(() => {
      if (!resting.signal.aborted) wake(busy.lane);
    });
  }

  return {
    wake,
    async stop() {
      stopped = true;
      for (const { rest } of lanes.values()) rest.abort();
      await Promise.all(running);
    },
  };
}

const newlyBusy = (lane: Lane): Busy => ({
  ...{ lane, group: '', phase: 'resting', woken: false },
  rest: new AbortController(),
});

function keyOf({ webhookId, instanceId, channel }: Lane): string {
  return `${webhookId}/${instanceId}/${channel}`;
}
