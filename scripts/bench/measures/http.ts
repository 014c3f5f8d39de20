import { type Load, requestRate } from '../load.ts';
import { alternate, type Figure, type Measure, type Samples } from '../measure.ts';
import { startBare } from '../subjects/bare.ts';

const CONNECTIONS = 64;
const ROUNDS = 5;

const alone: Figure = {
  ...{ title: `\`connectionState\`, ${CONNECTIONS} connections`, unit: 'requests/s', better: 'more' },
  ...{ target: 0.6, against: 'bare Express 5' },
};

const last: Figure = {
  ...{ title: 'too long a name, refused by the last route of the spec', unit: 'ms', better: 'less' },
  ...{ target: 1.1, against: 'by the first' },
};

/**
 * The first and the last operation that take no body. To be found and to have the name validated, which is the
 * same parameter in both, is all that happens to a request that is refused for it.
 */
const LONG_NAME = 'x'.repeat(256);
const REFUSED: Record<keyof Samples, Load> = {
  raw: { path: `/chat/findChatByRemoteJid/${LONG_NAME}?remoteJid=15550000001`, status: 400 },
  zapgate: { path: `/websocket/find/${LONG_NAME}`, status: 400 },
};

/** Requests through log, key, validation and router, and nothing of WhatsApp. */
export const http: Measure = {
  name: 'http',
  async run(world, options) {
    const gateway = await world.gateway('http', options);
    await gateway.client.instance.createInstance({ body: { instanceName: 'shop', qrcode: false } });
    const figures = [
      { ...alone, ...(await besideExpress(gateway.url)) },
      { ...last, ...(await besideFirst(gateway.url)) },
    ];
    await gateway.end('SIGTERM');
    return figures;
  },
};

async function besideExpress(url: string): Promise<Samples> {
  const bare = await startBare();
  const load = { path: '/instance/connectionState/shop' };
  const samples = await alternate(ROUNDS, {
    raw: () => requestRate(bare.url, load, CONNECTIONS, 2_000),
    zapgate: () => requestRate(url, load, CONNECTIONS, 2_000),
  });
  await bare.end();
  return samples;
}

/** Many short turns: what is looked for is a tenth. */
function besideFirst(url: string): Promise<Samples> {
  const timeOf = async (load: Load) => 1_000 / (await requestRate(url, load, CONNECTIONS, 600));
  return alternate(2 * ROUNDS, { raw: () => timeOf(REFUSED.raw), zapgate: () => timeOf(REFUSED.zapgate) });
}
