// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ContactFilter } from './index.ts';

/** Which contacts. Without `page` and `offset`, all that match. */
export interface FindContactsBody {
  where?: ContactFilter;
  /** The page, counted from 1. */
  page?: number;
  /** The size of a page, 50 if left out. */
  offset?: number;
}
