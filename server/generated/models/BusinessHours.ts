// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { BusinessDay } from './index.ts';

/** When a business is open. Empty where it does not tell. */
export interface BusinessHours {
  /** Its time zone, such as `America/Sao_Paulo`. */
  timezone?: string;
  /** The days on which a business is open. */
  business_config?: Array<BusinessDay>;
}
