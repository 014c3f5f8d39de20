// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  ApiKeyHash,
  CreatedInstanceSeedInfo,
  CreatedWebhook,
  FeatureFlag,
  QrCode,
  Settings,
} from './index.ts';

/** The answer to a create without `integration`. */
export interface CreatedInstanceSeed {
  instance: CreatedInstanceSeedInfo;
  hash: ApiKeyHash;
  settings: Settings;
  webhook: CreatedWebhook;
  websocket: FeatureFlag;
  qrcode?: QrCode;
}
