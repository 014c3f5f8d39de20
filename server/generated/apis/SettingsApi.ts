// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { SetSettingsBody, SetSettingsResponse, Settings } from '../models/index.ts';

export interface FindSettingsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface SetSettingsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SetSettingsBody;
}

export interface SettingsApi<Context> {
  /** GET /settings/find/{instance}: Tell the settings */
  findSettings(input: FindSettingsInput, ctx: Context): Promise<Settings>;
  /** POST /settings/set/{instance}: Change settings */
  setSettings(input: SetSettingsInput, ctx: Context): Promise<SetSettingsResponse>;
}
