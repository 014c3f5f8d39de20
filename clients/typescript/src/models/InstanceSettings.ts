// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Settings } from './index.ts';

/** An instance and its settings. */
export interface InstanceSettings {
  instanceName: string;
  settings: Settings;
}
