// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { CallStatus } from './index.ts';

/** A call and what became of it. */
export interface CallData {
  /** JID of the chat. */
  chatId: string;
  /** JID of the caller. A phone JID where it is known. */
  from: string;
  /** Id of the call. */
  id: string;
  date: string;
  /** Whether it happened while the instance was not connected. */
  offline: boolean;
  status: CallStatus;
  isVideo: boolean;
  /** Whether it is a call in a group. */
  isGroup: boolean;
  /** JID of that group. */
  groupJid?: string;
}
