// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName } from './index.ts';

/** Where events go. */
export interface LegacyWebhookTarget {
  url: string;
  /** The events subscribed to. An empty list stands for all of them. */
  events: Array<EventName>;
  enabled: boolean;
}
