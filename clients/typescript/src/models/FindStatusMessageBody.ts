// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { StatusMessageFilter } from './index.ts';

/** Which steps of which messages, and which page of them. Without a body, the first page of all. */
export interface FindStatusMessageBody {
  where?: StatusMessageFilter;
  /** The page, counted from 1. */
  page?: number;
  /** The size of a page, 50 if left out. */
  offset?: number;
  /** The same as `offset`, which wins where both are given. */
  limit?: number;
}
