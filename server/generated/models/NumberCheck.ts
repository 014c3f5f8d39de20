// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Whether a number has a WhatsApp account. */
export interface NumberCheck {
  /** The JID that WhatsApp knows it by, else the one looked up. */
  jid: string;
  /** Whether there is an account. */
  exists: boolean;
  /** The number as it was asked for. */
  number: string;
  /** Name of the person or group, where it is known. */
  name?: string;
  /** The LID of the account, where it is known. */
  lid?: string;
}
