// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { SetProxyBody, SetProxyResponse, StoredProxy } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface FindProxyParams {
  instance: string;
}

export interface SetProxyParams {
  instance: string;
  body: SetProxyBody;
}

export class ProxyApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Tell the proxy. GET /proxy/find/{instance} */
  findProxy(params: FindProxyParams, signal?: AbortSignal): Promise<StoredProxy> {
    return this.#http.request({
      method: 'GET',
      path: '/proxy/find/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Set the proxy. POST /proxy/set/{instance} */
  setProxy(params: SetProxyParams, signal?: AbortSignal): Promise<SetProxyResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/proxy/set/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
