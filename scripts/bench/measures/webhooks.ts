import { alternate, type Figure, type Measure, median, percentile, rate, type Samples } from '../measure.ts';
import { atRate } from '../subjects/pace.ts';
import { inParallel } from '../subjects/parallel.ts';
import { createPoster, type Poster } from '../subjects/poster.ts';
import { type Receiver, startReceiver } from '../subjects/receiver.ts';
import { type RecorderSubject, startRecorder } from '../subjects/recorder.ts';
import type { BenchGateway, GatewayOptions, World } from '../world.ts';

/** A gateway sends to one receiver as many at once; each instance's go one after another. */
const AT_ONCE = 8;
const COUNT = 2_000;
const ROUNDS = 3;
const SECONDS = 2;
const STORED_A_SECOND = 1_000;

const beside = { isAbsolute: true, against: `undici alone, ${AT_ONCE} at once` } as const;

/** Meta's own service sends up to 1,000 messages a second for a number. */
const deliveries: Figure = {
  ...{ ...beside, title: `events to the webhook, of ${AT_ONCE} instances`, unit: 'deliveries/s' },
  ...{ better: 'more', target: 1_000 },
};

/** Meta's own service promises a quarter of a second, to half of them. */
const lag = { ...beside, unit: 'ms', better: 'less', target: 250 } as const;
const half: Figure = {
  ...lag,
  title: 'from the event to the webhook, at half that rate: half of them within',
};
const most: Figure = { ...lag, title: 'from the event to the webhook, at half that rate: 99 % within' };

const delay: Figure = {
  ...{ title: 'delay of the event loop, 1,000 messages a second stored: 99 % within', unit: 'ms' },
  ...{ better: 'less', target: 20, isAbsolute: true, against: 'the same process, idle' },
};

interface Scene {
  recorder: RecorderSubject;
  /** Instances with a webhook, and such without. */
  hooked: string[];
  plain: string[];
  receiver: Receiver;
  poster: Poster;
}

/** What is recorded goes to webhooks: nothing of WhatsApp is in it. */
export const webhooks: Measure = {
  name: 'webhooks',
  async run(world, options) {
    const scene = await startScene(world, options);
    const rates = await compareRates(scene);
    const { raw, zapgate } = await compareLags(scene, median(rates.zapgate) / 2);
    const within = (part: number): Samples => ({
      raw: raw.map((lags) => percentile(lags, part)),
      zapgate: zapgate.map((lags) => percentile(lags, part)),
    });
    const delays = await compareDelays(scene);
    await scene.poster.end();
    await scene.recorder.gateway.end('SIGTERM');
    scene.receiver.end();
    return [
      { ...deliveries, ...rates },
      { ...half, ...within(0.5) },
      { ...most, ...within(0.99) },
      { ...delay, ...delays },
    ];
  },
};

async function startScene(world: World, options?: GatewayOptions): Promise<Scene> {
  const receiver = await startReceiver();
  const recorder = await startRecorder(world, options);
  const hooked = await addInstances(recorder.gateway, 'hooked', receiver.url);
  const plain = await addInstances(recorder.gateway, 'plain');
  return { recorder, hooked, plain, receiver, poster: createPoster(receiver.url, AT_ONCE) };
}

async function addInstances({ client }: BenchGateway, name: string, url?: string): Promise<string[]> {
  const add = async (n: number): Promise<string> => {
    const body = { instanceName: `${name}-${n}`, qrcode: false };
    const webhook = url ? { webhook: { url, events: ['MESSAGES_UPSERT' as const] } } : {};
    const { instance } = await client.instance.createInstance({ body: { ...body, ...webhook } });
    return instance.instanceId;
  };
  return Promise.all(Array.from({ length: AT_ONCE }, (_, n) => add(n)));
}

/** All events come at once, each in a transaction of its own, and go out as fast as they can. */
const compareRates = ({ recorder, hooked: instances, receiver, poster }: Scene) =>
  alternate(ROUNDS, {
    raw: () =>
      rate(COUNT, () => Promise.all([inParallel(COUNT, AT_ONCE, poster.post), receiver.took(COUNT)])),
    zapgate: () =>
      rate(COUNT, () =>
        Promise.all([recorder.do({ do: 'burst', instances, count: COUNT }), receiver.took(COUNT)]),
      ),
  });

/** How long each was on its way. */
function compareLags({ recorder, hooked: instances, receiver, poster }: Scene, perSecond: number) {
  const count = Math.round(perSecond * SECONDS);
  return alternate(ROUNDS, {
    raw: async () => {
      await atRate(perSecond, count, poster.post);
      return receiver.took(count);
    },
    zapgate: async () => {
      await recorder.do({ do: 'append', instances, perSecond, count });
      return receiver.took(count);
    },
  });
}

/** Nothing goes to a webhook here: it is what storing alone does to everybody else in the process. */
function compareDelays({ recorder, plain: instances }: Scene): Promise<Samples> {
  const count = STORED_A_SECOND * SECONDS;
  return alternate(ROUNDS, {
    raw: () => recorder.do({ do: 'idle', instances, ms: SECONDS * 1_000 }),
    zapgate: () => recorder.do({ do: 'store', instances, perSecond: STORED_A_SECOND, count }),
  });
}
