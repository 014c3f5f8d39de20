// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The key of the instance. It is shown here once. */
export interface ApiKeyHash {
  apikey: string;
}
