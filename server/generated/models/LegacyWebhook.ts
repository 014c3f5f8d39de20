// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { LegacyWebhookTarget } from './index.ts';

/** The webhook in the words of older clients. */
export interface LegacyWebhook {
  instanceName: string;
  webhook: LegacyWebhookTarget;
}
