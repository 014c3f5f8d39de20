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
import type { Http } from '../runtime.ts';

export interface CreateWebhookParams {
  instance: string;
  body: CreateWebhookBody;
}

export interface DeleteWebhookParams {
  instance: string;
  webhookId: string;
}

export interface FindWebhookParams {
  instance: string;
}

export interface ListWebhooksParams {
  instance: string;
}

export interface RotateWebhookSecretParams {
  instance: string;
  webhookId: string;
  body?: RotateWebhookSecretBody;
}

export interface SetWebhookParams {
  instance: string;
  body: SetWebhookBody;
}

export interface UpdateWebhookParams {
  instance: string;
  webhookId: string;
  body: UpdateWebhookBody;
}

export class WebhookApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Add a webhook. POST /webhook/create/{instance} */
  createWebhook(params: CreateWebhookParams, signal?: AbortSignal): Promise<WebhookWithSecret> {
    return this.#http.request({
      method: 'POST',
      path: '/webhook/create/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Delete a webhook. DELETE /webhook/delete/{instance}/{webhookId} */
  deleteWebhook(params: DeleteWebhookParams, signal?: AbortSignal): Promise<ActionResult> {
    return this.#http.request({
      method: 'DELETE',
      path: '/webhook/delete/{instance}/{webhookId}',
      params: { instance: params.instance, webhookId: params.webhookId },
      query: {},
      signal,
    });
  }

  /** Tell the webhook. GET /webhook/find/{instance} */
  findWebhook(params: FindWebhookParams, signal?: AbortSignal): Promise<Webhook> {
    return this.#http.request({
      method: 'GET',
      path: '/webhook/find/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** List the webhooks. GET /webhook/list/{instance} */
  listWebhooks(params: ListWebhooksParams, signal?: AbortSignal): Promise<Array<WebhookRow>> {
    return this.#http.request({
      method: 'GET',
      path: '/webhook/list/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Give a webhook a new secret. POST /webhook/rotateSecret/{instance}/{webhookId} */
  rotateWebhookSecret(params: RotateWebhookSecretParams, signal?: AbortSignal): Promise<WebhookWithSecret> {
    return this.#http.request({
      method: 'POST',
      path: '/webhook/rotateSecret/{instance}/{webhookId}',
      params: { instance: params.instance, webhookId: params.webhookId },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Set the webhook. POST /webhook/set/{instance} */
  setWebhook(params: SetWebhookParams, signal?: AbortSignal): Promise<SavedWebhook> {
    return this.#http.request({
      method: 'POST',
      path: '/webhook/set/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Change a webhook. PUT /webhook/update/{instance}/{webhookId} */
  updateWebhook(params: UpdateWebhookParams, signal?: AbortSignal): Promise<WebhookRow> {
    return this.#http.request({
      method: 'PUT',
      path: '/webhook/update/{instance}/{webhookId}',
      params: { instance: params.instance, webhookId: params.webhookId },
      query: {},
      body: params.body,
      signal,
    });
  }
}
