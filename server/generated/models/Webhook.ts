// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName } from './index.ts';

/** The webhook of an instance. Two flags stand in both spellings that clients read. Id and dates are absent
where nothing was ever set.
 */
export interface Webhook {
  id?: string;
  /** Empty where none was given. */
  url: string;
  /** Headers that every delivery carries. `jwt_key` is special: it is not sent, its value signs a token that goes
out as `Authorization: Bearer`.
 */
  headers: { [key: string]: string };
  enabled: boolean;
  /** The events subscribed to. An empty list stands for all of them. */
  events: Array<EventName>;
  /** Whether each event goes to its own path. */
  webhookByEvents: boolean;
  /** Whether media is put into the event. */
  webhookBase64: boolean;
  /** The same as `webhookByEvents`. */
  byEvents: boolean;
  /** The same as `webhookBase64`. */
  base64: boolean;
  createdAt?: string;
  updatedAt?: string;
  instanceId?: string;
}
