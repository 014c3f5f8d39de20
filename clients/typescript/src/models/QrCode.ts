// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What links a phone, by scanning or by typing. */
export interface QrCode {
  /** Eight characters to type into the phone. Null where no number is known. */
  pairingCode: string | null;
  /** The text of the QR code. */
  code: string;
  /** The QR code as a PNG data URI. */
  base64: string;
  /** How many QR codes this attempt has shown. */
  count: number;
}
