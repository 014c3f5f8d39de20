// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The webhook that is tried. Without it, the one that `POST /webhook/set` sets. */
export interface SendTestEventBody {
  webhookId?: string;
}
