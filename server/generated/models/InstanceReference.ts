// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** An instance. */
export interface InstanceReference {
  instanceName: string;
  instanceId: string;
}
