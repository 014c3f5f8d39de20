// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { SetWebsocketBody, Websocket } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface FindWebsocketParams {
  instance: string;
}

export interface SetWebsocketParams {
  instance: string;
  body: SetWebsocketBody;
}

export class WebsocketApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Tell what goes out over Socket.IO. GET /websocket/find/{instance} */
  findWebsocket(params: FindWebsocketParams, signal?: AbortSignal): Promise<Websocket> {
    return this.#http.request({
      method: 'GET',
      path: '/websocket/find/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Set what goes out over Socket.IO. POST /websocket/set/{instance} */
  setWebsocket(params: SetWebsocketParams, signal?: AbortSignal): Promise<Websocket> {
    return this.#http.request({
      method: 'POST',
      path: '/websocket/set/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
