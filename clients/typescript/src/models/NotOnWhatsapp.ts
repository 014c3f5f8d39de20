// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A recipient that has no WhatsApp account. */
export interface NotOnWhatsapp {
  /** The JID that was looked up. */
  jid: string;
  /** Always false. */
  exists: boolean;
  /** The digits that were looked up. */
  number: string;
}
