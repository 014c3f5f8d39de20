import type { Config } from '../../config.ts';
import type { StoredWebhook } from '../../delivery/webhook-registry.ts';
import type {
  ConnectionStateName,
  CreatedInstance,
  CreatedWebhook,
  CreateInstanceBody,
  Integration,
  QrCode,
} from '../../generated/index.ts';
import type { InstanceRow, SettingRow, WebsocketRecord } from '../../store/schema.ts';
import { toSettings } from '../settings/to-settings.ts';
import { connectionStatus } from './connection-status.ts';

/** What a create has made. */
export interface Created {
  instance: InstanceRow;
  settings: SettingRow;
  webhook: StoredWebhook | undefined;
  websocket: WebsocketRecord | undefined;
  token: string;
  qrcode: QrCode | undefined;
  state: ConnectionStateName;
}

/**
 * The answer in the words of whoever asks: a request that names its `integration` comes from a version 2 client,
 * one that does not from a client of the older answer, of which `hash` and `status` differ (wire-contract 2.1).
 */
export function toCreatedInstance(
  body: CreateInstanceBody,
  created: Created,
  config: Config,
): CreatedInstance {
  const { createResponse } = config.instances;
  const isV2 = createResponse === 'v2' || (createResponse === 'negotiate' && body.integration !== undefined);
  const common = {
    settings: toSettings(created.settings),
    webhook: toCreatedWebhook(created.webhook),
    websocket: { enabled: created.websocket?.enabled === 1 },
    ...(created.qrcode && { qrcode: created.qrcode }),
  };
  if (!isV2)
    return { instance: { ...names(created), status: 'created' }, hash: { apikey: created.token }, ...common };
  const off = { enabled: false };
  const instance = { ...names(created), status: connectionStatus(created.state) };
  return { instance, hash: created.token, ...common, rabbitmq: off, nats: off, sqs: off };
}

function names({ instance }: Created) {
  return {
    instanceName: instance.name,
    instanceId: instance.id,
    integration: instance.integration as Integration,
    webhook_wa_business: null,
    access_token_wa_business: '',
    webhookWaBusiness: null,
    accessTokenWaBusiness: '',
  };
}

function toCreatedWebhook(webhook: StoredWebhook | undefined): CreatedWebhook {
  if (!webhook) return {};
  return {
    webhookUrl: webhook.url,
    webhookHeaders: webhook.headers,
    webhookByEvents: webhook.by_events === 1,
    webhookBase64: webhook.base64 === 1,
  };
}
