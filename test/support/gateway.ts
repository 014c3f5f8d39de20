import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZapgateClient } from '../../clients/typescript/src/index.ts';
import { readEnv } from '../../server/config.ts';
import type { RecordedEvent } from '../../server/events/types.ts';
import { startGateway } from '../../server/gateway.ts';
import { createLogger } from '../../server/logger.ts';
import { type Control, createControl } from '../simulator/control-client.ts';
import { startSimulatorProcess } from '../simulator/simulator-process.ts';

/** The global key of every gateway under test. */
export const KEY = 'test-global-key';

/** A gateway in this process, with a simulated WhatsApp in one of its own. Responses are validated. */
export interface TestGateway {
  url: string;
  /** With the global key. */
  client: ZapgateClient;
  clientWith(apiKey: string): ZapgateClient;
  /** The other side: its phones. */
  whatsapp: Control;
  /** Every event recorded so far, in order. */
  events: RecordedEvent[];
  /** The next event, or one that has come already, of which `matches` holds. */
  event(matches: (event: RecordedEvent) => boolean): Promise<RecordedEvent>;
  stop(): Promise<void>;
}

export async function startTestGateway(env: Record<string, string> = {}): Promise<TestGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'zapgate-test-'));
  const simulator = await startSimulatorProcess();
  const whatsapp = createControl(simulator.url);
  const config = readEnv({ ...(await whatsAppEnv(whatsapp, folder)), ...TEST_ENV, DATA_DIR: folder, ...env });
  const gateway = await startGateway(config, KEY, createLogger(process.env.LOG_LEVEL ?? 'silent'));
  const { events, event } = collectEvents(gateway.context.bus);
  const clientWith = (apiKey: string) => new ZapgateClient({ baseUrl: gateway.url, apiKey });
  return {
    ...{ url: gateway.url, clientWith, client: clientWith(KEY), whatsapp, events, event },
    async stop() {
      await gateway.stop();
      await simulator.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const TEST_ENV = {
  SERVER_PORT: '0',
  SERVER_HOST: '127.0.0.1',
  SERVER_URL: 'http://gateway.test',
  VALIDATE_RESPONSES: 'true',
  OUTBOUND_ALLOW: 'private',
};

/** The settings by which a gateway talks to the simulated WhatsApp. */
export async function whatsAppEnv(whatsapp: Control, folder: string): Promise<Record<string, string>> {
  const { body } = await whatsapp.request<{ noiseRoot: string; ca: string; socketUrl: string }>(
    'GET',
    '/trust',
  );
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, body.ca);
  return {
    WHATSAPP_SOCKET_URL: body.socketUrl,
    WHATSAPP_NOISE_ROOT: body.noiseRoot,
    WHATSAPP_CA_FILE: caFile,
  };
}

type Bus = Awaited<ReturnType<typeof startGateway>>['context']['bus'];

function collectEvents(bus: Bus): Pick<TestGateway, 'events' | 'event'> {
  const events: RecordedEvent[] = [];
  const waiting: (() => void)[] = [];
  bus.subscribe((recorded) => {
    events.push(...recorded);
    for (const wake of waiting.splice(0)) wake();
  });
  return {
    events,
    async event(matches) {
      for (;;) {
        const found = events.find(matches);
        if (found) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}
