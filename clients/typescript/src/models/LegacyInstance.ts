// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ConnectionStatus, LegacyIntegration } from './index.ts';

/** An instance in the words of older clients. */
export interface LegacyInstance {
  instanceName: string;
  instanceId: string;
  /** JID of the linked account. */
  owner: string | null;
  profileName: string | null;
  profilePictureUrl: string | null;
  /** The text under the name. */
  profileStatus: string | null;
  status: ConnectionStatus;
  serverUrl: string;
  /** Its key. Null unless the server is told to show it. */
  apikey: string | null;
  integration: LegacyIntegration;
}
