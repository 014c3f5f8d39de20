import type { Handler } from '../call.ts';
import { toWebhookRow, webhookNotFound } from './webhook-row.ts';

const DAY_S = 86_400;

export const rotateWebhookSecret: Handler<'rotateWebhookSecret'> = async ({ path, body }, call) => {
  const { instance } = await call.sessions.require(path.instance);
  const { overlapSeconds = DAY_S } = body ?? {};
  const rotated = await call.webhookRegistry.rotateSecret(
    instance.id,
    path.webhookId,
    overlapSeconds * 1_000,
  );
  if (!rotated) throw webhookNotFound(path.webhookId);
  return { ...toWebhookRow(rotated.webhook, instance.id), secret: rotated.secret };
};
