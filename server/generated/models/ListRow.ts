// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** One row to choose. */
export interface ListRow {
  /** What it says. */
  title: string;
  /** Smaller text below. */
  description?: string;
  /** What the answer to it carries. */
  rowId: string;
}
