// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName, EventPage, StreamedEvent } from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface ListEventsParams {
  instance: string;
  after?: string;
  limit?: number;
  events?: Array<EventName>;
}

export interface StreamEventsParams {
  instance: string;
  after?: string;
  events?: Array<EventName>;
  lastEventID?: string;
}

export class EventApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** List the events of an instance. GET /event/list/{instance} */
  listEvents(params: ListEventsParams, signal?: AbortSignal): Promise<EventPage> {
    return this.#http.request({
      method: 'GET',
      path: '/event/list/{instance}',
      params: { instance: params.instance },
      query: { after: params.after, limit: params.limit, events: params.events },
      signal,
    });
  }

  /** Stream the events of an instance. GET /event/stream/{instance} */
  streamEvents(params: StreamEventsParams, signal?: AbortSignal): AsyncGenerator<StreamedEvent> {
    return this.#http.stream({
      method: 'GET',
      path: '/event/stream/{instance}',
      params: { instance: params.instance },
      query: { after: params.after, events: params.events },
      headers: { 'Last-Event-ID': params.lastEventID },
      signal,
    });
  }
}
