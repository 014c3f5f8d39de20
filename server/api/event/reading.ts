import { type Envelope, toEnvelope } from '../../delivery/envelope.ts';
import { badRequest } from '../../errors.ts';
import type { ZapgateEvent } from '../../generated/index.ts';
import { type LogPlace, placeInLog } from '../../store/event-log.ts';
import type { EventRecord } from '../../store/schema.ts';
import type { Call } from '../call.ts';

/** Where to go on after an event of the instance. @throws HttpError 400 if it never had such an event */
export async function placeAfter({ db }: Call, instanceId: string, after: string): Promise<LogPlace> {
  const place = await placeInLog(db, instanceId, after.toLowerCase());
  if (!place) throw badRequest(`after: this instance has no event ${after}`);
  return place;
}

/** The event as it is shown: what was recorded is as the spec says. */
export async function toZapgateEvent(event: EventRecord, { config, tokenOf }: Call): Promise<ZapgateEvent> {
  const envelope: Envelope = await toEnvelope(event, { serverUrl: config.server.url, tokenOf });
  return envelope as ZapgateEvent;
}
