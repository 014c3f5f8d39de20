// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { FindMessagesBody, FindMessagesResponse } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface FindMessagesParams {
  instance: string;
  body?: FindMessagesBody;
}

export class ChatApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Find stored messages. POST /chat/findMessages/{instance} */
  findMessages(params: FindMessagesParams, signal?: AbortSignal): Promise<FindMessagesResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/findMessages/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
