import { alternate, type Measure, rate } from '../measure.ts';
import { addGroup, addSinks } from '../people.ts';
import { type Both, startBoth } from '../subjects/both.ts';
import type { World } from '../world.ts';

const MEMBERS = 250;
const ROUNDS = 5;
const COUNT = 50;

type Side = 'raw' | 'zapgate';

async function groupOf(world: World, both: Both, side: Side, members: string[]): Promise<string> {
  const group = await addGroup(world.simulator, both.numbers[side], members);
  if (side === 'raw') await both.raw.remember(both.numbers.raw, group);
  return group;
}

/** The members have the sender's key already. */
export const groupSend: Measure = {
  ...{
    name: 'group-send',
    title: `text to a group of ${MEMBERS}`,
    unit: 'messages/s',
    better: 'more',
    target: 6,
  },
  against: '`sendMessage` with `cachedGroupMetadata`',
  async run(world, gateway) {
    const both = await startBoth(world, gateway);
    const members = await addSinks(world.simulator, MEMBERS, true);
    const groups = {
      raw: await groupOf(world, both, 'raw', members),
      zapgate: await groupOf(world, both, 'zapgate', members),
    };
    const turn = (side: Side) => () =>
      rate(COUNT, () => both[side].send(both.numbers[side], [groups[side]], COUNT, 1));
    const samples = await alternate(ROUNDS, { raw: turn('raw'), zapgate: turn('zapgate') });
    await both.end();
    return samples;
  },
};

/** A new group of people who have never been written to: a session with each, and the key to each. */
export const groupFirst: Measure = {
  ...{ name: 'group-first', title: `first text to a new group of ${MEMBERS}`, unit: 'ms', better: 'less' },
  ...{ target: 0.5, against: '`sendMessage` with `cachedGroupMetadata`' },
  async run(world, gateway) {
    const both = await startBoth(world, gateway);
    const turn = (side: Side) => async () => {
      const members = await addSinks(world.simulator, MEMBERS, true);
      const group = await groupOf(world, both, side, members);
      const began = performance.now();
      await both[side].send(both.numbers[side], [group], 1, 1);
      return performance.now() - began;
    };
    const samples = await alternate(3, { raw: turn('raw'), zapgate: turn('zapgate') });
    await both.end();
    return samples;
  },
};
