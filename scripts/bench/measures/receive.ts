import { call } from '../../sandbox/simulator-client.ts';
import { type Figure, type Measure, rate } from '../measure.ts';
import { addGroup, addWriters } from '../people.ts';
import { compare } from '../subjects/both.ts';

const ROUNDS = 4;

/** Where the writers write to, given the account that is to receive. */
type Chat = (simulator: string, number: string, writers: string[]) => Promise<string>;

interface Traffic {
  /** Messages of a round. */
  count: number;
  /** Who write them. */
  people: number;
  chat: Chat;
}

/** The messages are encrypted beforehand, and come all at once: what is measured is the receiver alone. */
const measure = (name: string, figure: Figure, { count, people, chat }: Traffic): Measure => ({
  name,
  async run({ simulator, ...world }, gateway) {
    const writers = await addWriters(simulator, people);
    const samples = await compare(
      { simulator, ...world },
      {
        ...{ rounds: ROUNDS, gateway, events: ['MESSAGES_UPSERT'] },
        async prepare({ numbers, ...both }, side) {
          const number = numbers[side];
          const to = await chat(simulator, number, writers);
          const hold = (held: boolean) => call(`${simulator}/phones/${number}/hold`, { held });
          return async () => {
            await hold(true);
            for (let n = 0; n < count; n++)
              await call(`${simulator}/phones/${writers[n % writers.length]}/send`, {
                to,
                text: `message ${n}`,
              });
            const { arrived } = await both[side].expect(number, count);
            return rate(count, async () => {
              await hold(false);
              await arrived;
            });
          };
        },
      },
    );
    return [{ ...figure, ...samples }];
  },
});

const figure = { unit: 'messages/s', better: 'more', against: 'Baileys, `messages.upsert`' } as const;

export const receiveOne = measure(
  'receive',
  { ...figure, title: '1:1 text received, stored and at the webhook', target: 0.9 },
  { count: 300, people: 10, chat: async (_simulator, number) => number },
);

/** Few write: all of them decrypt what each writes, which takes far longer than to receive it. */
export const receiveGroup = measure(
  'group-receive',
  { ...figure, title: 'group text received, stored and at the webhook', target: 5 },
  {
    count: 150,
    people: 3,
    chat: (simulator, number, writers) => addGroup(simulator, number, writers),
  },
);
