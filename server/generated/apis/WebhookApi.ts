// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { SavedWebhook, SetWebhookBody, Webhook } from '../models/index.ts';

export interface FindWebhookInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface SetWebhookInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SetWebhookBody;
}

export interface WebhookApi<Context> {
  /** GET /webhook/find/{instance}: Tell the webhook */
  findWebhook(input: FindWebhookInput, ctx: Context): Promise<Webhook>;
  /** POST /webhook/set/{instance}: Set the webhook */
  setWebhook(input: SetWebhookInput, ctx: Context): Promise<SavedWebhook>;
}
