// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { NotOnWhatsapp } from './index.ts';

/** A problem in words, or a number that WhatsApp does not know. */
export type ErrorItem = NotOnWhatsapp | string;
