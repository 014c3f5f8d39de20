// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Whether a transport of events is on. */
export interface FeatureFlag {
  enabled: boolean;
}
