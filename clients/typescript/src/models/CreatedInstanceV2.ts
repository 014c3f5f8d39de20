// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { CreatedInstanceV2Info, CreatedWebhook, FeatureFlag, QrCode, Settings } from './index.ts';

/** The answer to a create with `integration`. */
export interface CreatedInstanceV2 {
  instance: CreatedInstanceV2Info;
  /** The key of the instance. It is shown here once. */
  hash: string;
  settings: Settings;
  webhook: CreatedWebhook;
  websocket: FeatureFlag;
  rabbitmq: FeatureFlag;
  nats: FeatureFlag;
  sqs: FeatureFlag;
  qrcode?: QrCode;
}
