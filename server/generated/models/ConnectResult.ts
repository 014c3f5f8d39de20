// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { InstanceStateResponse, QrCode } from './index.ts';

/** A QR code while no phone is linked, the state once one is. */
export type ConnectResult = InstanceStateResponse | QrCode;
