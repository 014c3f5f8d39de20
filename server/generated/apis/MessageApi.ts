// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageRecord, SendTextBody } from '../models/index.ts';

export interface SendTextInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendTextBody;
}

export interface MessageApi<Context> {
  /** POST /message/sendText/{instance}: Send a text */
  sendText(input: SendTextInput, ctx: Context): Promise<MessageRecord>;
}
