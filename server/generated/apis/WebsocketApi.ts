// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { SetWebsocketBody, Websocket } from '../models/index.ts';

export interface FindWebsocketInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface SetWebsocketInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SetWebsocketBody;
}

export interface WebsocketApi<Context> {
  /** GET /websocket/find/{instance}: Tell what goes out over Socket.IO */
  findWebsocket(input: FindWebsocketInput, ctx: Context): Promise<Websocket>;
  /** POST /websocket/set/{instance}: Set what goes out over Socket.IO */
  setWebsocket(input: SetWebsocketInput, ctx: Context): Promise<Websocket>;
}
