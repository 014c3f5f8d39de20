import type { Handler } from '../call.ts';
import { toWebhook } from './to-webhook.ts';

export const findWebhook: Handler<'findWebhook'> = async ({ path }, { sessions, webhookRegistry }) => {
  const { instance } = await sessions.require(path.instance);
  const webhook = await webhookRegistry.findMain(instance.id);
  return webhook ? toWebhook(webhook) : NEVER_SET;
};

const NEVER_SET = {
  url: '',
  headers: {},
  enabled: false,
  events: [],
  webhookByEvents: false,
  webhookBase64: false,
  byEvents: false,
  base64: false,
};
