// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  Delivery,
  DeliveryPage,
  DeliveryState,
  EventName,
  EventPage,
  FoundDelivery,
  ReplayEventsBody,
  RequeueDeadLettersBody,
  RequeuedDeadLetters,
  SendTestEventBody,
  StartedReplay,
  StreamedEvent,
} from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface FindDeliveryParams {
  instance: string;
  deliveryId: string;
}

export interface ListDeadLettersParams {
  instance: string;
  webhookId?: string;
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}

export interface ListDeliveriesParams {
  instance: string;
  state?: DeliveryState;
  webhookId?: string;
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}

export interface ListEventsParams {
  instance: string;
  after?: string;
  limit?: number;
  events?: Array<EventName>;
}

export interface ReplayEventsParams {
  instance: string;
  body: ReplayEventsBody;
}

export interface RequeueDeadLettersParams {
  instance: string;
  body?: RequeueDeadLettersBody;
}

export interface RetryDeliveryParams {
  instance: string;
  deliveryId: string;
}

export interface SendTestEventParams {
  instance: string;
  body?: SendTestEventBody;
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

  /** Look at a delivery. GET /event/delivery/{instance}/{deliveryId} */
  findDelivery(params: FindDeliveryParams, signal?: AbortSignal): Promise<FoundDelivery> {
    return this.#http.request({
      method: 'GET',
      path: '/event/delivery/{instance}/{deliveryId}',
      params: { instance: params.instance, deliveryId: params.deliveryId },
      query: {},
      signal,
    });
  }

  /** List what was given up. GET /event/deadLetters/{instance} */
  listDeadLetters(params: ListDeadLettersParams, signal?: AbortSignal): Promise<DeliveryPage> {
    return this.#http.request({
      method: 'GET',
      path: '/event/deadLetters/{instance}',
      params: { instance: params.instance },
      query: {
        webhookId: params.webhookId,
        from: params.from,
        to: params.to,
        cursor: params.cursor,
        limit: params.limit,
      },
      signal,
    });
  }

  /** List deliveries. GET /event/deliveries/{instance} */
  listDeliveries(params: ListDeliveriesParams, signal?: AbortSignal): Promise<DeliveryPage> {
    return this.#http.request({
      method: 'GET',
      path: '/event/deliveries/{instance}',
      params: { instance: params.instance },
      query: {
        state: params.state,
        webhookId: params.webhookId,
        from: params.from,
        to: params.to,
        cursor: params.cursor,
        limit: params.limit,
      },
      signal,
    });
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

  /** Send a part of the log again. POST /event/replay/{instance} */
  replayEvents(params: ReplayEventsParams, signal?: AbortSignal): Promise<StartedReplay> {
    return this.#http.request({
      method: 'POST',
      path: '/event/replay/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Send again what was given up. POST /event/requeue/{instance} */
  requeueDeadLetters(params: RequeueDeadLettersParams, signal?: AbortSignal): Promise<RequeuedDeadLetters> {
    return this.#http.request({
      method: 'POST',
      path: '/event/requeue/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Try a delivery again. POST /event/retry/{instance}/{deliveryId} */
  retryDelivery(params: RetryDeliveryParams, signal?: AbortSignal): Promise<Delivery> {
    return this.#http.request({
      method: 'POST',
      path: '/event/retry/{instance}/{deliveryId}',
      params: { instance: params.instance, deliveryId: params.deliveryId },
      query: {},
      signal,
    });
  }

  /** Try a webhook. POST /event/test/{instance} */
  sendTestEvent(params: SendTestEventParams, signal?: AbortSignal): Promise<Delivery> {
    return this.#http.request({
      method: 'POST',
      path: '/event/test/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
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
