// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { InstanceSettings } from './index.ts';

/** The settings after the change. */
export interface SetSettingsResponse {
  settings: InstanceSettings;
}
