import { findWebhook as findRow } from '../../store/webhooks.ts';
import type { Handler } from '../call.ts';
import { toWebhook } from './to-webhook.ts';

export const findWebhook: Handler<'findWebhook'> = async ({ path }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  const row = await findRow(db, instance.id);
  return row ? toWebhook(row) : NEVER_SET;
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
