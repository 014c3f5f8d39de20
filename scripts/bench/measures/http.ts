import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { requestRate } from '../load.ts';
import { alternate, type Figure, type Measure } from '../measure.ts';

const CONNECTIONS = 64;
const MS = 2_000;

const figure: Figure = {
  ...{
    title: `\`connectionState\`, ${CONNECTIONS} connections`,
    unit: 'requests/s',
    better: 'more',
    target: 0.6,
  },
  against: 'bare Express 5',
};

/** A request through log, key, validation and router, and nothing of WhatsApp. */
export const http: Measure = {
  name: 'http',
  async run(world, options) {
    const bare = spawn(process.execPath, ['scripts/bench/subjects/bare-express.ts'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [{ url }] = await once(bare, 'message');
    const gateway = await world.gateway('http', options);
    await gateway.client.instance.createInstance({ body: { instanceName: 'shop', qrcode: false } });
    const load = { path: '/instance/connectionState/shop' };
    const samples = await alternate(5, {
      raw: () => requestRate(url, load, CONNECTIONS, MS),
      zapgate: () => requestRate(gateway.url, load, CONNECTIONS, MS),
    });
    await gateway.end('SIGTERM');
    bare.kill();
    return [{ ...figure, ...samples }];
  },
};
