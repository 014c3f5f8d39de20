// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The numbers to look up. */
export interface WhatsappNumbersBody {
  /** Phone numbers with their country code, in any notation, or JIDs. */
  numbers: Array<string>;
}
