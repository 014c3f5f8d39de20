// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { BusinessProfile, NoBusinessProfile } from './index.ts';

/** A business profile, or the news that there is none. */
export type BusinessProfileResult = BusinessProfile | NoBusinessProfile;
