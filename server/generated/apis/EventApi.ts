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
import type { EventStream } from './index.ts';

export interface FindDeliveryInput {
  path: { instance: string; deliveryId: string };
  query: Record<string, never>;
  body: undefined;
}

export interface ListDeadLettersInput {
  path: { instance: string };
  query: { webhookId?: string; from?: string; to?: string; cursor?: string; limit?: number };
  body: undefined;
}

export interface ListDeliveriesInput {
  path: { instance: string };
  query: {
    state?: DeliveryState;
    webhookId?: string;
    from?: string;
    to?: string;
    cursor?: string;
    limit?: number;
  };
  body: undefined;
}

export interface ListEventsInput {
  path: { instance: string };
  query: { after?: string; limit?: number; events?: Array<EventName> };
  body: undefined;
}

export interface ReplayEventsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: ReplayEventsBody;
}

export interface RequeueDeadLettersInput {
  path: { instance: string };
  query: Record<string, never>;
  body: RequeueDeadLettersBody | undefined;
}

export interface RetryDeliveryInput {
  path: { instance: string; deliveryId: string };
  query: Record<string, never>;
  body: undefined;
}

export interface SendTestEventInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendTestEventBody | undefined;
}

export interface StreamEventsInput {
  path: { instance: string };
  query: { after?: string; events?: Array<EventName> };
  body: undefined;
}

export interface EventApi<Context> {
  /** GET /event/delivery/{instance}/{deliveryId}: Look at a delivery */
  findDelivery(input: FindDeliveryInput, ctx: Context): Promise<FoundDelivery>;
  /** GET /event/deadLetters/{instance}: List what was given up */
  listDeadLetters(input: ListDeadLettersInput, ctx: Context): Promise<DeliveryPage>;
  /** GET /event/deliveries/{instance}: List deliveries */
  listDeliveries(input: ListDeliveriesInput, ctx: Context): Promise<DeliveryPage>;
  /** GET /event/list/{instance}: List the events of an instance */
  listEvents(input: ListEventsInput, ctx: Context): Promise<EventPage>;
  /** POST /event/replay/{instance}: Send a part of the log again */
  replayEvents(input: ReplayEventsInput, ctx: Context): Promise<StartedReplay>;
  /** POST /event/requeue/{instance}: Send again what was given up */
  requeueDeadLetters(input: RequeueDeadLettersInput, ctx: Context): Promise<RequeuedDeadLetters>;
  /** POST /event/retry/{instance}/{deliveryId}: Try a delivery again */
  retryDelivery(input: RetryDeliveryInput, ctx: Context): Promise<Delivery>;
  /** POST /event/test/{instance}: Try a webhook */
  sendTestEvent(input: SendTestEventInput, ctx: Context): Promise<Delivery>;
  /** GET /event/stream/{instance}: Stream the events of an instance */
  streamEvents(input: StreamEventsInput, ctx: Context): Promise<EventStream<StreamedEvent>>;
}
