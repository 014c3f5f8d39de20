// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Which dead letters; what is given narrows the choice. Without anything, all of the instance. */
export interface RequeueDeadLettersBody {
  /** Only those of this webhook. */
  webhookId?: string;
  /** Only these. Those that are no dead letters of the instance are passed over. */
  deliveryIds?: Array<string>;
  /** Only those made then or later. */
  from?: string;
  /** Only those made then or earlier. */
  to?: string;
}
