// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ConnectionStatus, Integration } from './index.ts';

/** The new instance and its state at the moment of the answer. */
export interface CreatedInstanceV2Info {
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
  status: ConnectionStatus;
}
