// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName, EventPage, StreamedEvent } from '../models/index.ts';
import type { EventStream } from './index.ts';

export interface ListEventsInput {
  path: { instance: string };
  query: { after?: string; limit?: number; events?: Array<EventName> };
  body: undefined;
}

export interface StreamEventsInput {
  path: { instance: string };
  query: { after?: string; events?: Array<EventName> };
  body: undefined;
}

export interface EventApi<Context> {
  /** GET /event/list/{instance}: List the events of an instance */
  listEvents(input: ListEventsInput, ctx: Context): Promise<EventPage>;
  /** GET /event/stream/{instance}: Stream the events of an instance */
  streamEvents(input: StreamEventsInput, ctx: Context): Promise<EventStream<StreamedEvent>>;
}
