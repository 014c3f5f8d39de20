import packageJson from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import type { RetryOptions } from './delivery/backoff.ts';
import { createWebhookDelivery, type WebhookDelivery } from './delivery/webhooks.ts';
import { type Bus, createBus } from './events/bus.ts';
import { createRecorder, type Recorder } from './events/record.ts';
import type { Logger } from './logger.ts';
import type { Metrics, MetricsOptions } from './metrics/metrics.ts';
import { createOutbound, type Outbound } from './outbound/outbound.ts';
import { openVault } from './secrets/encryption.ts';
import { hashKey } from './secrets/keys.ts';
import { createPrincipalOf, type PrincipalOf } from './secrets/principals.ts';
import { createTokens, type Tokens } from './secrets/tokens.ts';
import { createAuthStates } from './session/auth-state.ts';
import { type Clock, systemClock } from './session/clock.ts';
import { OPERATION_MS } from './session/deadline.ts';
import { createSessionManager, RESTORED_AT_ONCE, type SessionManager } from './session/manager.ts';
import { createProxies, type Proxies } from './session/proxy/proxies.ts';
import { silenceLibsignal } from './session/quiet.ts';
import { createOutbox } from './session/send/outbox.ts';
import { createSendQueue } from './session/send/queue.ts';
import { createSettings, type SessionSettings } from './session/settings.ts';
import { useStrictSignatures } from './session/signatures/strict.ts';
import { TIMING, type Timing } from './session/timing.ts';
import { trustServer } from './session/trust.ts';
import { createTurns } from './session/turns.ts';
import { openDataFolder } from './store/data-folder.ts';
import { findInstanceById } from './store/instances.ts';
import type { Db } from './store/schema.ts';

/** Everything that an operation reaches: one of each in a process. */
export interface Context {
  config: Config;
  logger: Logger;
  /** Zapgate's own. */
  version: string;
  db: Db;
  bus: Bus;
  record: Recorder;
  outbound: Outbound;
  tokens: Tokens;
  settings: SessionSettings;
  proxies: Proxies;
  principalOf: PrincipalOf;
  tokenOf(instanceId: string): Promise<string | null>;
  sessions: SessionManager;
  webhooks: WebhookDelivery;
  metrics: Metrics | undefined;
  dispose(): Promise<void>;
}

/** What tests set otherwise. */
export interface Overrides {
  /** Milliseconds that an operation may take as a whole. */
  operationMs?: number;
  timing?: Partial<Timing>;
  restoredAtOnce?: number;
  /** By which sends are paced. */
  clock?: Clock;
}

/** Parts of histories in work at the same time. Two of them are no faster, for storing is most of the work. */
const HISTORY_PARTS = 1;

/**
 * The one place that wires. Nothing runs yet: `webhooks.start` and `sessions.restore` set it going.
 *
 * @param apiKey the global key
 * @throws CannotStartError when another process has the data folder, or the encryption key is not right
 */
export async function createContext(
  config: Config,
  apiKey: string,
  logger: Logger,
  {
    operationMs = OPERATION_MS,
    timing,
    restoredAtOnce = RESTORED_AT_ONCE,
    clock = systemClock,
  }: Overrides = {},
): Promise<Context> {
  silenceLibsignal();
  trustServer(config.whatsapp);
  useStrictSignatures();
  const version = packageJson.version;
  const { dataDir, encryption } = config;
  const { db, close } = await openDataFolder(dataDir);
  const vault = await openVault(db, { dataDir, key: encryption.key }).catch(async (error) => {
    await close();
    throw error;
  });
  const bus = createBus(logger);
  const record = createRecorder(db, bus);
  const outbound = createOutbound({ allow: config.outboundAllow });
  const tokens = createTokens(vault, config.auth.exposeInFetchInstances);
  const settings = createSettings(db);
  const proxies = createProxies(db, vault);
  const queue = createSendQueue(clock, config.sendEveryMs ?? 0);
  const outbox = createOutbox({ db, record, logger, queue });
  const tokenOf = async (id: string) =>
    tokens.shown((await findInstanceById(db, id)) ?? { id, token_sealed: null });
  const sessions = createSessionManager({
    ...{ db, record, logger, settings, proxies, auth: createAuthStates(db, vault) },
    ...{ operationMs, clock, queue, outbox },
    timing: { ...TIMING, ...timing },
    restoredAtOnce,
    baileysLogLevel: config.log.baileys,
    whatsapp: config.whatsapp,
    historyTurns: createTurns(HISTORY_PARTS),
    media: { outbound, limit: config.server.bodyLimit },
  });
  const webhooks = createWebhookDelivery({
    ...{ db, bus, outbound, logger, tokenOf, serverUrl: config.server.url },
    mediaBase64: sessions.mediaBase64,
    userAgent: `Zapgate/${version}`,
    timeoutMs: config.webhook.timeoutMs,
    retry: retryOptions(config),
  });
  const metrics = await metricsIfWanted(config, {
    ...{ db, bus, version, serverUrl: config.server.url, clientName: config.instances.clientName },
    ...{ sessionOf: sessions.find, deliveryTally: webhooks.tally },
  });
  const dispose = async (): Promise<void> => {
    await sessions.dispose();
    await webhooks.stop();
    await outbound.close();
    await close();
  };
  const principalOf = createPrincipalOf(db, hashKey(apiKey));
  return {
    ...{
      config,
      logger,
      version,
      db,
      bus,
      record,
      outbound,
      tokens,
      settings,
      proxies,
      principalOf,
      tokenOf,
    },
    ...{ sessions, webhooks, metrics, dispose },
  };
}

/** The library takes 3.5 MB: it is loaded only where it is used. */
async function metricsIfWanted(config: Config, options: MetricsOptions): Promise<Metrics | undefined> {
  if (!config.metrics.enabled) return undefined;
  const { createMetrics } = await import('./metrics/metrics.ts');
  return createMetrics(options);
}

function retryOptions({ webhook: { retry } }: Config): RetryOptions {
  return {
    initialDelayMs: retry.initialDelaySeconds * 1_000,
    maxDelayMs: retry.maxDelaySeconds * 1_000,
    jitter: retry.jitterFactor,
    maxAgeMs: retry.maxAgeMs,
    nonRetryable: retry.nonRetryableStatusCodes,
  };
}
