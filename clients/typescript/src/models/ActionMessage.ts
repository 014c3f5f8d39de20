// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What was done. */
export interface ActionMessage {
  message: string;
}
