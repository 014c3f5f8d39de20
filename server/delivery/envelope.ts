import type { EventRecord } from '../store/schema.ts';

/** What a receiver gets (wire-contract 3.2). `destination` is there for webhooks only. */
export interface Envelope {
  /** The same wherever and however often it is sent; later ones sort after earlier ones. */
  id: string;
  /** The event's number in its instance. */
  sequence: number;
  event: string;
  instance: string;
  data: unknown;
  destination?: string;
  /** ISO 8601, UTC. */
  date_time: string;
  /** The account's own JID, not the author of a message. */
  sender: string | null;
  server_url: string;
  apikey: string | null;
}

/** The instance's token, where the operator lets events show it. */
export type TokenOf = (instanceId: string) => Promise<string | null>;

export interface EnvelopeOptions {
  serverUrl: string;
  tokenOf?: TokenOf | undefined;
}

export async function toEnvelope(
  event: EventRecord,
  { serverUrl, tokenOf }: EnvelopeOptions,
  destination?: string,
): Promise<Envelope> {
  return {
    ...event.extra,
    id: event.id,
    sequence: event.seq,
    event: event.type,
    instance: event.instance_name,
    data: event.data,
    ...(destination === undefined ? {} : { destination }),
    date_time: new Date(event.created_at).toISOString(),
    sender: event.sender,
    server_url: serverUrl,
    apikey: tokenOf ? await tokenOf(event.instance_id) : null,
  };
}
