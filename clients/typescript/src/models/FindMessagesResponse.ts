// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessagePage } from './index.ts';

/** One page of messages. */
export interface FindMessagesResponse {
  messages: MessagePage;
}
