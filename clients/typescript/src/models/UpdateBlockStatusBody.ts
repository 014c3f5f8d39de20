// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { BlockAction } from './index.ts';

/** Whom to block or unblock. */
export interface UpdateBlockStatusBody {
  /** The number or JID of a person. */
  number: string;
  status: BlockAction;
}
