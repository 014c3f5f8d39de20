// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** How much is stored for an instance. */
export interface InstanceCounts {
  Message: number;
  Contact: number;
  Chat: number;
}
