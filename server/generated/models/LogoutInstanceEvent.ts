// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { LogoutInstanceEventName } from './index.ts';

/** The phone was unlinked. */
export interface LogoutInstanceEvent {
  /** The event's id, the same wherever and however often it is sent: by it a repeat is known. Later ids sort after
earlier ones. `GET /event/list` and `GET /event/stream` go on after the one they are given.
 */
  id: string;
  /** The number of the event among those of its instance; they have no gaps. */
  sequence: number;
  event: LogoutInstanceEventName;
  /** Name of the instance. */
  instance: string;
  /** Always null. */
  data: null;
  /** Address of the webhook. Absent over Socket.IO. */
  destination?: string;
  /** When it happened, in UTC. */
  date_time: string;
  /** JID of the linked account. Null before one is linked. */
  sender: string | null;
  /** Address of this server. */
  server_url: string;
  /** Its key. Null unless the server is told to show it. */
  apikey: string | null;
}
