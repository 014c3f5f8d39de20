// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { CredentialsCheck, Information } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export class InformationApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Tell which server answers. GET / */
  getInformation(signal?: AbortSignal): Promise<Information> {
    return this.#http.request({
      method: 'GET',
      path: '/',
      params: {},
      query: {},
      signal,
    });
  }

  /** Check the global key. POST /verify-creds */
  verifyCredentials(signal?: AbortSignal): Promise<CredentialsCheck> {
    return this.#http.request({
      method: 'POST',
      path: '/verify-creds',
      params: {},
      query: {},
      signal,
    });
  }
}
