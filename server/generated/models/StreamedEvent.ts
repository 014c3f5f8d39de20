// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventGap, ZapgateEvent } from './index.ts';

/** What a stream carries; `event` says which. */
export type StreamedEvent = EventGap | ZapgateEvent;
