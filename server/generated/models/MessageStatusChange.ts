// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageStatus } from './index.ts';

/** One step of a message. */
export interface MessageStatusChange {
  status: MessageStatus;
  /** Of `ERROR`: why, such as the code that WhatsApp gave. */
  reason?: string;
}
