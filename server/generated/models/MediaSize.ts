// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** How large the media is. */
export interface MediaSize {
  /** Bytes, in decimal. */
  fileLength: string;
  /** Pixels. */
  height?: number;
  /** Pixels. */
  width?: number;
}
