// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Delivery, DeliveryAttempt, ZapgateEvent } from './index.ts';

/** A delivery, its tries, and what is delivered. */
export interface FoundDelivery {
  delivery: Delivery;
  attempts: Array<DeliveryAttempt>;
  event: ZapgateEvent;
}
