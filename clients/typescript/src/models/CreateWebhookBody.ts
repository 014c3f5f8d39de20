// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventName } from './index.ts';

/** Where events are sent, and which. Without `events` and `jids`, all of them; `enabled` is true if left out.
 */
export interface CreateWebhookBody {
  /** Whether events are sent. */
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
  /** The chats whose events are wanted: numbers, or JIDs of people, groups and the like; `status@broadcast` for status
messages. An empty list stands for all of them. A person is found by the phone JID and by the LID. An event that
is about several chats comes as a whole if one of them is listed; one that is about no chat, such as
`connection.update`, always comes. A number is kept as every JID that WhatsApp may know it by.
 */
  jids?: Array<string>;
}
