import { call } from '../../sandbox/simulator-client.ts';
import { alternate, type Measure, rate, type Samples } from '../measure.ts';
import { addGroup, addWriters } from '../people.ts';
import { type Both, startBoth } from '../subjects/both.ts';
import type { GatewayOptions, World } from '../world.ts';

const ROUNDS = 5;
const WRITERS = 10;

/** Where the writers write to, given the account that is to receive. */
type Chat = (simulator: string, number: string, writers: string[]) => Promise<string>;

/** The messages are encrypted beforehand, and come all at once: what is measured is the receiver alone. */
async function receive(
  world: World,
  count: number,
  chat: Chat,
  gateway: GatewayOptions | undefined,
): Promise<Samples> {
  const both = await startBoth(world, gateway);
  const writers = await addWriters(world.simulator, WRITERS);
  const chats = {
    raw: await chat(world.simulator, both.numbers.raw, writers),
    zapgate: await chat(world.simulator, both.numbers.zapgate, writers),
  };
  const turn = (side: 'raw' | 'zapgate') => () =>
    drain(world, both, side, async () => {
      for (let n = 0; n < count; n++)
        await call(`${world.simulator}/phones/${writers[n % WRITERS]}/send`, {
          to: chats[side],
          text: `${n}`,
        });
      return count;
    });
  const samples = await alternate(ROUNDS, { raw: turn('raw'), zapgate: turn('zapgate') });
  await both.end();
  return samples;
}

async function drain(
  { simulator }: World,
  both: Both,
  side: 'raw' | 'zapgate',
  write: () => Promise<number>,
): Promise<number> {
  const number = both.numbers[side];
  const hold = (held: boolean) => call(`${simulator}/phones/${number}/hold`, { held });
  await hold(true);
  const count = await write();
  const { arrived } = await both[side].expect(number, count);
  return rate(count, async () => {
    await hold(false);
    await arrived;
  });
}

const about = { unit: 'messages/s', better: 'more', against: '`messages.upsert` in memory' } as const;

export const receiveOne: Measure = {
  ...{ name: 'receive', title: '1:1 text received, stored and at the webhook', ...about, target: 0.9 },
  run: (world, gateway) => receive(world, 300, async (_simulator, number) => number, gateway),
};

export const receiveGroup: Measure = {
  ...{ name: 'group-receive', title: 'group text received, stored and at the webhook', ...about, target: 5 },
  run: (world, gateway) =>
    receive(world, 60, (simulator, number, writers) => addGroup(simulator, number, writers), gateway),
};
