// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { SavedWebhook, SetWebhookBody, Webhook } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface FindWebhookParams {
  instance: string;
}

export interface SetWebhookParams {
  instance: string;
  body: SetWebhookBody;
}

export class WebhookApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
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
}
