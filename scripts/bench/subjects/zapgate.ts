import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventName } from '../../../clients/typescript/src/index.ts';
import { linkPhone } from '../links.ts';
import { type BenchGateway, type GatewayOptions, until, type World } from '../world.ts';
import { inParallel } from './parallel.ts';
import type { Subject } from './subject.ts';

export interface ZapgateSubject extends Subject {
  gateway: BenchGateway;
}

export interface ZapgateOptions {
  /** What the webhook of each instance subscribes to; empty for everything. */
  events: EventName[];
}

/** Zapgate over HTTP. What arrives is counted where it is handed over: by a webhook. */
export async function startZapgate(
  world: World,
  options: GatewayOptions | undefined,
  { events }: ZapgateOptions,
): Promise<ZapgateSubject> {
  const gateway = await world.gateway('zapgate', options);
  const { client } = gateway;
  const receiver = await startCounter();
  const link = async (number: string): Promise<void> => {
    const body = { instanceName: number, qrcode: true, webhook: { url: receiver.url, events } };
    const { qrcode } = await client.instance.createInstance({ body });
    const again = () => client.instance.connectInstance({ instance: number });
    const code = qrcode?.code ?? codeOf(await again());
    await linkPhone(world.simulator, number, code);
    await until(async () => {
      const { instance } = await client.instance.connectionState({ instance: number });
      return instance.state === 'open';
    });
  };
  return {
    ...{ name: 'zapgate', pid: gateway.pid, gateway },
    link: async (numbers) => void (await Promise.all(numbers.map(link))),
    send: (number, to, count, concurrency) =>
      inParallel(count, concurrency, (n) =>
        client.message.sendText({
          instance: number,
          body: { number: to[n % to.length] ?? '', text: `message ${n}` },
        }),
      ),
    expect: async (_number, count) => ({ arrived: receiver.arrived(count) }),
    async end() {
      await gateway.end('SIGTERM');
      receiver.close();
    },
  };
}

const codeOf = (answer: object): string => ('code' in answer ? String(answer.code) : '');

/** Takes what webhooks send, and counts it. */
async function startCounter() {
  const waiting = { left: 0, done: () => {} };
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.end();
      if (--waiting.left === 0) waiting.done();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived(count: number): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      Object.assign(waiting, { left: count, done: resolve });
      return promise;
    },
    close: () => void server.close(),
  };
}
