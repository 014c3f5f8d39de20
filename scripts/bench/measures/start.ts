import { productionSize, sizeWithDependencies } from '../installed-size.ts';
import { alternate, type Figure, type Measure } from '../measure.ts';
import { startBare } from '../subjects/bare.ts';

const ROUNDS = 5;

/**
 * The targets are what others took on a machine of the same kind: WAHA 1.49 s and 511 MB, Evolution API 2.3.6
 * 1.77 s and 689 MB.
 */
const time: Figure = {
  ...{ title: 'start of an empty gateway: first answer', unit: 's', better: 'less' },
  ...{ target: 1.49, isAbsolute: true, against: 'bare Express 5' },
};
const size: Figure = {
  ...{ title: 'on disk, after `npm ci --omit=dev`', unit: 'MB', better: 'less' },
  ...{ target: 511, isAbsolute: true, against: 'Baileys with what it needs, and Node' },
};

/** Each start is of a data folder that is not there yet; what Node compiled the first time is at hand. */
export const start: Measure = {
  name: 'start',
  async run(world, options) {
    const samples = await alternate(ROUNDS, {
      async raw() {
        const bare = await startBare();
        await bare.end();
        return bare.startedInMs / 1_000;
      },
      async zapgate(round) {
        const gateway = await world.gateway(`start-${round}`, options);
        await gateway.end('SIGTERM');
        return gateway.startedInMs / 1_000;
      },
    });
    const baileys = sizeWithDependencies(['@whiskeysockets/baileys', `node-linux-${process.arch}`]);
    return [
      { ...time, ...samples },
      { ...size, raw: [baileys], zapgate: [productionSize()] },
    ];
  },
};
