import packageJson from '../package.json' with { type: 'json' };
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { RetryOptions } from './delivery/backoff.ts';
import { setGlobalWebhook } from './delivery/global-webhook.ts';
import { createWebhookRegistry, type WebhookRegistry } from './delivery/webhook-registry.ts';
import { createWebhookDelivery, type WebhookDelivery } from './delivery/webhooks.ts';
import { type Bus, createBus } from './events/bus.ts';
import { createRecorder, type Recorder } from './events/record.ts';
import { createPruner, type Pruner } from './events/retention.ts';
import type { Logger } from './logger.ts';
import type { Metrics, MetricsOptions } from './metrics/metrics.ts';
import { createOutbound, type Outbound } from './outbound/outbound.ts';
import { openVault } from './secrets/encryption.ts';
import { hashKey } from './secrets/keys.ts';
import { createPrincipalOf, type PrincipalOf } from './secrets/principals.ts';
import { createTokens, type Tokens } from './secrets/tokens.ts';
import { createWebhookSeals } from './secrets/webhook-seals.ts';
import type { SessionManager } from './session/manager.ts';
import { createProxies, type Proxies } from './session/proxy/proxies.ts';
import { createSettings, type SessionSettings } from './session/settings.ts';
import { createSessions, type Overrides } from './session/wiring.ts';
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
  /** What is sent where. */
  webhookRegistry: WebhookRegistry;
  /** What sends it. */
  webhooks: WebhookDelivery;
  pruner: Pruner;
  metrics: Metrics | undefined;
  dispose(): Promise<void>;
}

/**
 * The one place that wires. Nothing runs yet: `webhooks.start`, `pruner.start` and `sessions.restore` set it going.
 *
 * @param apiKey the global key
 * @throws CannotStartError when another process has the data folder, or the encryption key is not right
 */
export async function createContext(
  config: Config,
  apiKey: string,
  logger: Logger,
  overrides?: Overrides,
): Promise<Context> {
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
  const seals = createWebhookSeals(vault);
  const webhookRegistry = createWebhookRegistry(db, seals);
  await setGlobalWebhook(db, seals, logger, config.webhook.global);
  const tokenOf = async (id: string) =>
    tokens.shown((await findInstanceById(db, id)) ?? { id, token_sealed: null });
  const sessions = createSessions(
    {
      ...{ db, record, logger, settings, proxies, vault },
      whatsapp: config.whatsapp,
      trust: config.whatsapp,
      baileysLogLevel: config.log.baileys,
      media: { outbound, limit: config.server.bodyLimit },
      sendEveryMs: config.sendEveryMs ?? 0,
    },
    overrides,
  );
  const webhooks = createWebhookDelivery({
    ...{ db, bus, outbound, seals, logger, tokenOf, serverUrl: config.server.url },
    mediaBase64: sessions.mediaBase64,
    userAgent: `Zapgate/${version}`,
    timeoutMs: config.webhook.timeoutMs,
    retry: retryOptions(config),
  });
  const clock = overrides?.clock ?? systemClock;
  const pruner = createPruner({ db, logger, clock, ...config.eventsRetention });
  const metrics = await metricsIfWanted(config, {
    ...{ db, bus, version, serverUrl: config.server.url, clientName: config.instances.clientName },
    ...{ sessionOf: sessions.find, deliveryTally: webhooks.tally },
  });
  const dispose = async (): Promise<void> => {
    await sessions.dispose();
    await webhooks.stop();
    await pruner.stop();
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
    ...{ sessions, webhookRegistry, webhooks, pruner, metrics, dispose },
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
