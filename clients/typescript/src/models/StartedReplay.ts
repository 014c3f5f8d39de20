// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A replay, from its first to its last event. */
export interface StartedReplay {
  /** Its deliveries carry it. */
  replayId: string;
  webhookId: string;
  /** The number of the event among those of its instance; they have no gaps. */
  firstSequence: number;
  /** The number of the event among those of its instance; they have no gaps. */
  lastSequence: number;
}
