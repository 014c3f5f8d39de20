// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A label for chats, as business accounts have them. */
export interface Label {
  /** Number of one of 20 colours. */
  color: string;
  /** What it says. */
  name: string;
  /** Its id on WhatsApp. */
  id: string;
  /** Its id among the labels that every account has. */
  predefinedId: string | null;
}
