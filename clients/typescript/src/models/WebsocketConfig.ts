// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName } from './index.ts';

/** Whether events go out over Socket.IO, and which. */
export interface WebsocketConfig {
  /** Whether events are sent. */
  enabled: boolean;
  /** The events subscribed to. An empty list stands for all of them. */
  events?: Array<EventName>;
}
