import { alternate, type Measure, rate } from '../measure.ts';
import { addSinks, jidOf } from '../people.ts';
import { startBoth } from '../subjects/both.ts';
import type { ZapgateOptions } from '../subjects/zapgate.ts';

const ROUNDS = 5;
const COUNT = 400;
const AT_ONCE = 50;
const PEOPLE = 50;

const measure =
  (options: ZapgateOptions): Measure['run'] =>
  async (world, gateway) => {
    const both = await startBoth(world, gateway, options);
    const people = (await addSinks(world.simulator, PEOPLE)).map(jidOf);
    const turn = (side: 'raw' | 'zapgate') => () =>
      rate(COUNT, () => both[side].send(both.numbers[side], people, COUNT, AT_ONCE));
    const samples = await alternate(ROUNDS, { raw: turn('raw'), zapgate: turn('zapgate') });
    await both.end();
    return samples;
  };

const about = { unit: 'messages/s', better: 'more', against: '`sendMessage`' } as const;

/** One account writes to fifty people who are written to already; stored, and recorded as an event. */
export const send: Measure = {
  ...{ name: 'send', title: '`sendText` over HTTP, 50 at once', ...about, target: 1 },
  run: measure({}),
};

export const sendWithWebhook: Measure = {
  ...{ name: 'send-webhook', title: 'the same, every event to a webhook', ...about, target: 0.9 },
  run: measure({ events: [] }),
};
