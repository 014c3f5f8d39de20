// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName } from './index.ts';

/** One of the webhooks of an instance. */
export interface WebhookRow {
  id: string;
  instanceId: string;
  /** Whether it is the one of `webhook/set` and `webhook/find`. */
  main: boolean;
  enabled: boolean;
  /** Empty where none was given. */
  url: string;
  /** Headers that every delivery carries. `jwt_key` is special: it is not sent, its value signs a token that goes
out as `Authorization: Bearer`.
 */
  headers: { [key: string]: string };
  /** The events subscribed to. An empty list stands for all of them. */
  events: Array<EventName>;
  /** The chats whose events are wanted: numbers, or JIDs of people, groups and the like; `status@broadcast` for status
messages. An empty list stands for all of them. A person is found by the phone JID and by the LID. An event that
is about several chats comes as a whole if one of them is listed; one that is about no chat, such as
`connection.update`, always comes. A number is kept as every JID that WhatsApp may know it by.
 */
  jids: Array<string>;
  /** Whether each event goes to its own path. */
  byEvents: boolean;
  /** Whether media is put into the event. */
  base64: boolean;
  /** Whether it has a secret by which its requests are signed. */
  signed: boolean;
  /** Until when the secret before signs too. Null where there is none. */
  oldSecretUntil: string | null;
  createdAt: string;
  updatedAt: string;
}
