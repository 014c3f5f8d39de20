// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { WebsocketConfig } from './index.ts';

/** Whether events go out over Socket.IO, and which. It replaces what was set before. */
export interface SetWebsocketBody {
  websocket: WebsocketConfig;
}
