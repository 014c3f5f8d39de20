// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageRecord, SendTextBody } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface SendTextParams {
  instance: string;
  body: SendTextBody;
}

export class MessageApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Send a text. POST /message/sendText/{instance} */
  sendText(params: SendTextParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendText/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
