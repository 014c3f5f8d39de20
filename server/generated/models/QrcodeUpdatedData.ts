// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { QrcodeIssued, QrcodeLimitReached } from './index.ts';

/** A QR code, or the end of them. */
export type QrcodeUpdatedData = QrcodeIssued | QrcodeLimitReached;
