// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName } from './index.ts';

/** Where the events of an instance are sent, and which. */
export interface WebhookConfig {
  /** Whether events are sent. A webhook given at creation is always enabled. */
  enabled?: boolean;
  /** An `http` or `https` address. A user name and password in it are sent as the header `Authorization`. It
may be left out only where `enabled` is false.
 */
  url?: string;
  /** Send each event to its own path below the address, such as `/messages-upsert`. */
  byEvents?: boolean;
  /** Put media into the event, as `message.base64`. */
  base64?: boolean;
  /** Headers that every delivery carries. `jwt_key` is special: it is not sent, its value signs a token that goes
out as `Authorization: Bearer`.
 */
  headers?: { [key: string]: string };
  /** The events subscribed to. An empty list stands for all of them. */
  events?: Array<EventName>;
}
