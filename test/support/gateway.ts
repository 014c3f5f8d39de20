import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZapgateClient } from '../../clients/typescript/src/index.ts';
import { readEnv } from '../../server/config.ts';
import type { RecordedEvent } from '../../server/events/types.ts';
import { startGateway } from '../../server/gateway.ts';
import { createLogger } from '../../server/logger.ts';
import type { Overrides } from '../../server/session/wiring.ts';
import { type Control, createControl } from '../simulator/control-client.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../simulator/simulator-process.ts';
import { checkEvents } from './event-schemas.ts';

/** The global key of every gateway under test. */
export const KEY = 'test-global-key';

/** A gateway in this process, with a simulated WhatsApp in one of its own. Responses are validated. */
export interface TestGateway {
  url: string;
  /** Where it keeps its data. */
  folder: string;
  /** With the global key. */
  client: ZapgateClient;
  clientWith(apiKey: string): ZapgateClient;
  /** The other side: its phones. */
  whatsapp: Control;
  simulator: SimulatorProcess;
  /** Every event recorded so far, in order. */
  events: RecordedEvent[];
  /** The next event, or one that has come already, of which `matches` holds. */
  event(matches: (event: RecordedEvent) => boolean): Promise<RecordedEvent>;
  /** The next event of which `matches` holds; none that has come already. */
  nextEvent(matches: (event: RecordedEvent) => boolean): Promise<RecordedEvent>;
  /** Ends everything, and fails if an event was not as the spec says. */
  stop(): Promise<void>;
}

/**
 * @param env settings beside those that every test has; the simulated WhatsApp gets them too
 * @param beside another gateway, whose simulated WhatsApp this one shares: one process can trust only one
 * @param overrides what is no setting
 */
export async function startTestGateway(
  env: Record<string, string> = {},
  beside?: TestGateway,
  overrides?: Overrides,
): Promise<TestGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'zapgate-test-'));
  const simulator = beside?.simulator ?? (await startSimulatorProcess(env));
  const whatsapp = createControl(simulator.url);
  const config = readEnv({ ...(await whatsAppEnv(whatsapp, folder)), ...TEST_ENV, DATA_DIR: folder, ...env });
  const logger = createLogger(process.env.LOG_LEVEL ?? 'silent');
  const gateway = await startGateway(config, KEY, logger, overrides);
  const heard = collectEvents(gateway.context.bus);
  const clientWith = (apiKey: string) => new ZapgateClient({ baseUrl: gateway.url, apiKey });
  return {
    ...{ url: gateway.url, folder, clientWith, client: clientWith(KEY), whatsapp, simulator, ...heard },
    async stop() {
      await gateway.stop();
      if (!beside) await simulator.stop();
      rmSync(folder, { recursive: true, force: true });
      assert.deepEqual(await checkEvents(heard.events), [], 'events are as the spec says');
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

function collectEvents(bus: Bus): Pick<TestGateway, 'events' | 'event' | 'nextEvent'> {
  const events: RecordedEvent[] = [];
  const waiting: (() => void)[] = [];
  bus.subscribe((recorded) => {
    events.push(...recorded);
    for (const wake of waiting.splice(0)) wake();
  });
  const from = async (start: number, matches: (event: RecordedEvent) => boolean): Promise<RecordedEvent> => {
    for (;;) {
      const found = events.slice(start).find(matches);
      if (found) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return {
    events,
    event: (matches) => from(0, matches),
    nextEvent: (matches) => from(events.length, matches),
  };
}
