import { type Figure, type Measure, rate } from '../measure.ts';
import { addSinks, jidOf } from '../people.ts';
import { compare } from '../subjects/both.ts';

const ROUNDS = 5;
const COUNT = 400;
const AT_ONCE = 50;
const PEOPLE = 50;

/** One account writes to fifty people who are written to already; stored, and recorded as an event. */
const measure = (name: string, figure: Figure, isWebhookOn: boolean): Measure => ({
  name,
  async run(world, gateway) {
    const people = (await addSinks(world.simulator, PEOPLE)).map(jidOf);
    const samples = await compare(world, {
      ...{ rounds: ROUNDS, gateway, events: isWebhookOn ? [] : ['CALL'] },
      prepare: async ({ numbers, ...both }, side) => {
        return () => rate(COUNT, () => both[side].send(numbers[side], people, COUNT, AT_ONCE));
      },
    });
    return [{ ...figure, ...samples }];
  },
});

const figure = { unit: 'messages/s', better: 'more', against: 'Baileys, `sendMessage`' } as const;

export const send = measure(
  'send',
  { ...figure, title: '`sendText` over HTTP, 50 at once', target: 1 },
  false,
);

export const sendWithWebhook = measure(
  'send-webhook',
  { ...figure, title: 'the same, with every event to a webhook', target: 0.9 },
  true,
);
