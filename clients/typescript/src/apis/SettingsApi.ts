// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { SetSettingsBody, SetSettingsResponse, Settings } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface FindSettingsParams {
  instance: string;
}

export interface SetSettingsParams {
  instance: string;
  body: SetSettingsBody;
}

export class SettingsApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Tell the settings. GET /settings/find/{instance} */
  findSettings(params: FindSettingsParams, signal?: AbortSignal): Promise<Settings> {
    return this.#http.request({
      method: 'GET',
      path: '/settings/find/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Change settings. POST /settings/set/{instance} */
  setSettings(params: SetSettingsParams, signal?: AbortSignal): Promise<SetSettingsResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/settings/set/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
