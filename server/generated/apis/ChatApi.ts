// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { FindMessagesBody, FindMessagesResponse } from '../models/index.ts';

export interface FindMessagesInput {
  path: { instance: string };
  query: Record<string, never>;
  body: FindMessagesBody | undefined;
}

export interface ChatApi<Context> {
  /** POST /chat/findMessages/{instance}: Find stored messages */
  findMessages(input: FindMessagesInput, ctx: Context): Promise<FindMessagesResponse>;
}
