import { isObject, type JsonObject } from '../input.ts';
import { withEventNames } from './events.ts';
import { type BodyChange, isBlank, omit, pick, rename } from './fields.ts';

/** All that a webhook's fields are called in one client or another. */
const NAMES = {
  webhookUrl: 'url',
  webhookHeaders: 'headers',
  webhookEvents: 'events',
  webhookByEvents: 'byEvents',
  webhook_by_events: 'byEvents',
  webhookBase64: 'base64',
  webhook_base64: 'base64',
};

/** Fields that stand beside each other in a body that does not nest them. */
const FLAT = [...Object.keys(NAMES), 'enabled', 'url', 'headers', 'events', 'byEvents', 'base64'];

/** The webhook of a body, wherever it stands there; undefined if there is none. */
function webhookIn(body: JsonObject, flatNames: string[]): JsonObject | undefined {
  const flat = pick(body, flatNames);
  if (isObject(body.webhook)) return webhookConfig(body.webhook);
  if (typeof body.webhook === 'string') return webhookConfig({ url: body.webhook, ...flat });
  return Object.keys(flat).length > 0 ? webhookConfig(flat) : undefined;
}

/** n8n writes `vazio`, "empty", for an address that was left blank. */
function webhookConfig(given: JsonObject): JsonObject {
  const config = withEventNames(rename(given, NAMES));
  return isBlank(config.url) || config.url === 'vazio' ? omit(config, ['url']) : config;
}

export const setWebhook: BodyChange = (body) => {
  const webhook = webhookIn(body, FLAT);
  return webhook ? { webhook } : body;
};

/** Operations of our own take the fields as they are, by all their names, and in `webhook` too. */
export const withWebhookNames: BodyChange = (body) =>
  webhookConfig({ ...(isObject(body.webhook) ? body.webhook : {}), ...omit(body, ['webhook']) });

/** Creating an instance: a webhook without an address is none. */
export const createdWebhook: BodyChange = (body) => {
  const flatNames = [...Object.keys(NAMES), 'events'];
  const webhook = webhookIn(body, flatNames);
  if (!webhook) return body;
  const rest = omit(body, ['webhook', ...flatNames]);
  return webhook.url === undefined ? rest : { ...rest, webhook };
};
