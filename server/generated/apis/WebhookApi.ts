// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  ActionResult,
  CreateWebhookBody,
  RotateWebhookSecretBody,
  SavedWebhook,
  SetWebhookBody,
  UpdateWebhookBody,
  Webhook,
  WebhookRow,
  WebhookWithSecret,
} from '../models/index.ts';

export interface CreateWebhookInput {
  path: { instance: string };
  query: Record<string, never>;
  body: CreateWebhookBody;
}

export interface DeleteWebhookInput {
  path: { instance: string; webhookId: string };
  query: Record<string, never>;
  body: undefined;
}

export interface FindWebhookInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface ListWebhooksInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface RotateWebhookSecretInput {
  path: { instance: string; webhookId: string };
  query: Record<string, never>;
  body: RotateWebhookSecretBody | undefined;
}

export interface SetWebhookInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SetWebhookBody;
}

export interface UpdateWebhookInput {
  path: { instance: string; webhookId: string };
  query: Record<string, never>;
  body: UpdateWebhookBody;
}

export interface WebhookApi<Context> {
  /** POST /webhook/create/{instance}: Add a webhook */
  createWebhook(input: CreateWebhookInput, ctx: Context): Promise<WebhookWithSecret>;
  /** DELETE /webhook/delete/{instance}/{webhookId}: Delete a webhook */
  deleteWebhook(input: DeleteWebhookInput, ctx: Context): Promise<ActionResult>;
  /** GET /webhook/find/{instance}: Tell the webhook */
  findWebhook(input: FindWebhookInput, ctx: Context): Promise<Webhook>;
  /** GET /webhook/list/{instance}: List the webhooks */
  listWebhooks(input: ListWebhooksInput, ctx: Context): Promise<Array<WebhookRow>>;
  /** POST /webhook/rotateSecret/{instance}/{webhookId}: Give a webhook a new secret */
  rotateWebhookSecret(input: RotateWebhookSecretInput, ctx: Context): Promise<WebhookWithSecret>;
  /** POST /webhook/set/{instance}: Set the webhook */
  setWebhook(input: SetWebhookInput, ctx: Context): Promise<SavedWebhook>;
  /** PUT /webhook/update/{instance}/{webhookId}: Change a webhook */
  updateWebhook(input: UpdateWebhookInput, ctx: Context): Promise<WebhookRow>;
}
