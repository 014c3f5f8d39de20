// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { WebhookConfig } from './index.ts';

/** The new webhook. It replaces the old one as a whole. */
export interface SetWebhookBody {
  webhook: WebhookConfig;
}
