// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ChatFilter } from './index.ts';

/** Which chats. All that match, unless a part of them is asked for. */
export interface FindChatsBody {
  where?: ChatFilter;
  /** How many at most. */
  take?: number;
  /** How many to leave out before. */
  skip?: number;
  /** The page, counted from 1. */
  page?: number;
  /** The size of a page, 50 if left out. */
  offset?: number;
}
