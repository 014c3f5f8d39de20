import { type Figure, type Measure, rate } from '../measure.ts';
import { addGroup, addSinks } from '../people.ts';
import { type Both, compare, type Side } from '../subjects/both.ts';

const MEMBERS = 250;
const COUNT = 100;
/** Both encrypt them one after another; what is around that may overlap. */
const AT_ONCE = 10;
const against = 'Baileys, `cachedGroupMetadata` set';

/** A new group of people who have never been written to. */
async function newGroup(simulator: string, { raw, numbers }: Both, side: Side): Promise<string> {
  const members = await addSinks(simulator, MEMBERS, true);
  const group = await addGroup(simulator, numbers[side], members);
  if (side === 'raw') await raw.remember(numbers.raw, group);
  return group;
}

const known: Figure = {
  ...{
    title: `text to a group of ${MEMBERS}, ${AT_ONCE} at once`,
    unit: 'messages/s',
    better: 'more',
    target: 6,
    against,
  },
};

/** The members have the sender's key already. */
export const groupSend: Measure = {
  name: 'group-send',
  async run(world, gateway) {
    const samples = await compare(world, {
      ...{ rounds: 5, gateway, events: ['CALL'] },
      async prepare(both, side) {
        const group = await newGroup(world.simulator, both, side);
        return () => rate(COUNT, () => both[side].send(both.numbers[side], [group], COUNT, AT_ONCE));
      },
    });
    return [{ ...known, ...samples }];
  },
};

const first: Figure = {
  ...{ title: `first text to a new group of ${MEMBERS}`, unit: 'ms', better: 'less', target: 0.5, against },
};

/** A session with each, and the key to each. */
export const groupFirst: Measure = {
  name: 'group-first',
  async run(world, gateway) {
    const samples = await compare(world, {
      ...{ rounds: 3, gateway, events: ['CALL'] },
      prepare: async (both, side) => async () => {
        const group = await newGroup(world.simulator, both, side);
        const began = performance.now();
        await both[side].send(both.numbers[side], [group], 1, 1);
        return performance.now() - began;
      },
    });
    return [{ ...first, ...samples }];
  },
};
