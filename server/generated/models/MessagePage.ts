// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { StoredMessage } from './index.ts';

/** One page of messages, the newest first. */
export interface MessagePage {
  /** How many messages match. */
  total: number;
  /** How many pages they fill. */
  pages: number;
  /** The page asked for. */
  currentPage: number;
  /** Messages, the newest first. */
  records: Array<StoredMessage>;
}
