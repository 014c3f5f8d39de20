// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { CreatedStatus, Integration } from './index.ts';

/** The new instance. Its live state is told by `connectionState`. */
export interface CreatedInstanceSeedInfo {
  instanceName: string;
  instanceId: string;
  integration: Integration;
  /** Always null. */
  webhook_wa_business: string | null;
  /** Always empty. */
  access_token_wa_business: string;
  /** Always null. */
  webhookWaBusiness: string | null;
  /** Always empty. */
  accessTokenWaBusiness: string;
  status: CreatedStatus;
}
