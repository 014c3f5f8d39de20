// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Integration } from './index.ts';

/** The engine in the words of older clients. */
export interface LegacyIntegration {
  integration: Integration;
  /** Always null. */
  webhook_wa_business: string | null;
}
