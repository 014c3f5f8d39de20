// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName } from './index.ts';

/** What goes out over Socket.IO. Id and dates are absent where nothing was ever set. */
export interface Websocket {
  id?: string;
  enabled: boolean;
  /** The events subscribed to. An empty list stands for all of them. */
  events: Array<EventName>;
  createdAt?: string;
  updatedAt?: string;
  instanceId?: string;
}
