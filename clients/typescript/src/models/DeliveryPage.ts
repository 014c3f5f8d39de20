// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Delivery } from './index.ts';

/** Some deliveries, the newest first. */
export interface DeliveryPage {
  deliveries: Array<Delivery>;
  /** The `cursor` of the page that follows. Null if this is the last one. */
  next: string | null;
}
