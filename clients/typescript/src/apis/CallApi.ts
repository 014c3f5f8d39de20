// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { OfferCallBody, OfferedCall } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface OfferCallParams {
  instance: string;
  body: OfferCallBody;
}

export class CallApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Let a phone ring. POST /call/offer/{instance} */
  offerCall(params: OfferCallParams, signal?: AbortSignal): Promise<OfferedCall> {
    return this.#http.request({
      method: 'POST',
      path: '/call/offer/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
