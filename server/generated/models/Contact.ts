// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ContactType } from './index.ts';

/** A person or group as stored here. */
export interface Contact {
  /** Id of the row. */
  id: string;
  /** The JID. A phone JID where it is known, else a LID. */
  remoteJid: string;
  /** The name, or the subject of a group. */
  pushName: string | null;
  /** Address of the picture. */
  profilePicUrl: string | null;
  createdAt: string;
  updatedAt: string;
  instanceId: string;
  isGroup: boolean;
  /** Whether it is in the address book of the phone. */
  isSaved: boolean;
  type: ContactType;
}
