// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ConnectionStateName } from './index.ts';

/** The state of an instance. Once a phone is linked, the account as well. */
export interface ConnectionUpdateData {
  /** Name of the instance. */
  instance: string;
  state: ConnectionStateName;
  /** 200, or the code of the disconnection. */
  statusReason: number;
  /** Why the connection was lost, in words. Absent if it was not. */
  reason?: string;
  /** JID of the linked account. */
  wuid?: string;
  /** Its name. */
  profileName?: string | null;
  /** Address of its picture. */
  profilePictureUrl?: string | null;
}
