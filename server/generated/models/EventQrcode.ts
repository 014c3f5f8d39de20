// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What links a phone, by scanning or by typing. */
export interface EventQrcode {
  /** Name of the instance. */
  instance: string;
  /** Eight characters to type. Null without a number. */
  pairingCode: string | null;
  /** The text of the QR code. */
  code: string;
  /** The QR code as a PNG data URI. */
  base64: string;
}
