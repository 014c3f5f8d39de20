// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { BusinessHours } from './index.ts';

/** What a business tells about itself. */
export interface BusinessProfile {
  /** Always true. */
  isBusiness: boolean;
  /** Its JID. */
  wid: string;
  address: string | null;
  description: string;
  /** Web addresses. */
  website: Array<string>;
  email: string | null;
  /** Its line of business. */
  category: string | null;
  business_hours: BusinessHours;
}
