/** A gateway that records texts as if they had come, at its parent's word. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnv } from '../../../server/config.ts';
import { startGateway } from '../../../server/gateway.ts';
import { createLogger } from '../../../server/logger.ts';
import { insertMessage } from '../../../server/store/message-insert.ts';
import { textEvent, textRow } from '../texts.ts';
import { atRate } from './pace.ts';
import type { RecorderTask } from './recorder.ts';

/** Of the timer whose delay is that of the event loop. */
const RESOLUTION_MS = 1;

const config = readEnv();
const { context, stop } = await startGateway(
  config,
  config.auth.apiKey ?? '',
  createLogger(config.log.level),
);
const { record } = context;
let made = 0;

/** The event alone. */
function append(instance: string): Promise<void> {
  const event = textEvent(textRow(instance, made++));
  return record(instance, async () => ({ result: undefined, events: [event] }));
}

/** With the message itself and its chat. */
function store(instance: string): Promise<void> {
  const row = textRow(instance, made++);
  return record(instance, async (tx) => {
    await insertMessage(tx, row);
    return { result: undefined, events: [textEvent(row)] };
  });
}

async function work({ instances, ...task }: RecorderTask): Promise<unknown> {
  const next = (n: number): string => instances[n % instances.length] ?? '';
  if (task.do === 'idle') return pause(task.ms);
  if (task.do === 'burst') return Promise.all(Array.from({ length: task.count }, (_, n) => append(next(n))));
  const one = task.do === 'append' ? append : store;
  return atRate(task.perSecond, task.count, (n) => one(next(n)));
}

process.on('message', async (task: RecorderTask) => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  await work(task);
  delay.disable();
  process.send?.(delay.percentile(99) / 1e6 - RESOLUTION_MS);
});
process.on('SIGTERM', () => stop().then(() => process.exit()));
