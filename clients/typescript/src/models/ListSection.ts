// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ListRow } from './index.ts';

/** Rows below a heading. */
export interface ListSection {
  /** The heading. */
  title: string;
  /** The rows of a section. */
  rows: Array<ListRow>;
}
