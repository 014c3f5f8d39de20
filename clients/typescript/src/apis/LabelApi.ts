// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { HandleLabelBody, HandleLabelResponse, Label } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface FindLabelsParams {
  instance: string;
}

export interface HandleLabelParams {
  instance: string;
  body: HandleLabelBody;
}

export class LabelApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** List the labels. GET /label/findLabels/{instance} */
  findLabels(params: FindLabelsParams, signal?: AbortSignal): Promise<Array<Label>> {
    return this.#http.request({
      method: 'GET',
      path: '/label/findLabels/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Put a label on a chat, or take it off. POST /label/handleLabel/{instance} */
  handleLabel(params: HandleLabelParams, signal?: AbortSignal): Promise<HandleLabelResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/label/handleLabel/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
