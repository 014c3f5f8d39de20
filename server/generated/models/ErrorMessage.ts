// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ErrorItem, UnauthorizedText } from './index.ts';

/** A list of problems. Only 401 answers a bare string. */
export type ErrorMessage = Array<ErrorItem> | UnauthorizedText;
