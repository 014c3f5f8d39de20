// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageEditData, MessagesEditedEventName } from './index.ts';

/** A message was edited. */
export interface MessagesEditedEvent {
  event: MessagesEditedEventName;
  /** Name of the instance. */
  instance: string;
  data: MessageEditData;
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
