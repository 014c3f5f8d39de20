import { type BodyChange, objectAt, omit, pick, rename, withoutBlanks } from './fields.ts';
import { SNAKE_CASE_SETTINGS } from './settings.ts';
import { createdWebhook } from './webhook.ts';
import { createdWebsocket } from './websocket.ts';

/** `proxy` of version 1, as an object. */
const PROXY_NAMES = {
  host: 'proxyHost',
  port: 'proxyPort',
  protocol: 'proxyProtocol',
  username: 'proxyUsername',
  password: 'proxyPassword',
};

const withFlatProxy: BodyChange = (body) => {
  const proxy = rename(pick(objectAt(body, 'proxy'), Object.keys(PROXY_NAMES)), PROXY_NAMES);
  return { ...withoutBlanks(proxy), ...omit(body, ['proxy']) };
};

const withTrimmedName: BodyChange = (body) =>
  typeof body.instanceName === 'string' ? { ...body, instanceName: body.instanceName.trim() } : body;

/** n8n sends an empty text for every field that was left open. */
export const createInstance: BodyChange = (body) => {
  const spelled = rename(withoutBlanks(body), SNAKE_CASE_SETTINGS);
  return withTrimmedName(withFlatProxy(createdWebsocket(createdWebhook(spelled))));
};
