// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Nobody scanned any of the QR codes. Connect again for a new one. */
export interface QrcodeLimitReached {
  message: string;
  /** Always 500. */
  statusCode: number;
}
