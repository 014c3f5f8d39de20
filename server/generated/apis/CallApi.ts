// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { OfferCallBody, OfferedCall } from '../models/index.ts';

export interface OfferCallInput {
  path: { instance: string };
  query: Record<string, never>;
  body: OfferCallBody;
}

export interface CallApi<Context> {
  /** POST /call/offer/{instance}: Let a phone ring */
  offerCall(input: OfferCallInput, ctx: Context): Promise<OfferedCall>;
}
