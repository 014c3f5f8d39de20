// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventQrcode } from './index.ts';

/** A new QR code. It replaces the one before. */
export interface QrcodeIssued {
  qrcode: EventQrcode;
}
