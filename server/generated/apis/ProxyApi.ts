// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { SetProxyBody, SetProxyResponse, StoredProxy } from '../models/index.ts';

export interface FindProxyInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface SetProxyInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SetProxyBody;
}

export interface ProxyApi<Context> {
  /** GET /proxy/find/{instance}: Tell the proxy */
  findProxy(input: FindProxyInput, ctx: Context): Promise<StoredProxy>;
  /** POST /proxy/set/{instance}: Set the proxy */
  setProxy(input: SetProxyInput, ctx: Context): Promise<SetProxyResponse>;
}
