import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { toEnvelope } from '../../server/delivery/envelope.ts';
import type { RecordedEvent } from '../../server/events/types.ts';
import { readSpec } from '../../server/http/spec.ts';
import { eventSchema } from './event-examples.ts';

const SPEC = 'spec';
const UNION = '#/components/schemas/ZapgateEvent';

/** What an event is sent as; `event` is its name. */
type Sent = object & { event: string };

/**
 * Gives what the spec does not allow about an envelope, undefined if it is as it should be: of the schema of its
 * event, and of no other member of the union of all.
 */
export function createEnvelopeCheck(): (envelope: Sent) => string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(readSpec(), SPEC);
  const validators = new Map<string, ValidateFunction>();
  const faultsBy = (place: string, envelope: Sent): string | undefined => {
    const validate = validators.get(place) ?? ajv.compile({ $ref: SPEC + place });
    validators.set(place, validate);
    return validate(envelope) ? undefined : ajv.errorsText(validate.errors);
  };
  return (envelope) =>
    faultsBy(eventSchema(envelope.event), envelope) ??
    (faultsBy(UNION, envelope) && 'it is not exactly one of the members of ZapgateEvent');
}

/**
 * Says for each event what the spec's schema of it does not allow, and where the ids or the numbers of an
 * instance's events do not go up one by one; nothing if all are as they should be.
 *
 * @param events in the order in which they were told
 */
export async function checkEvents(events: RecordedEvent[]): Promise<string[]> {
  const faultOf = createEnvelopeCheck();
  const last = new Map<string, RecordedEvent>();
  const problems: string[] = [];
  for (const event of events) {
    const fault = faultOf(await toEnvelope(event, { serverUrl: 'http://gateway.test' }));
    if (fault) problems.push(`${event.type}: ${fault} ${JSON.stringify(event.data)}`);
    const before = last.get(event.instance_id);
    if (before && !(event.seq === before.seq + 1 && event.id > before.id))
      problems.push(`${event.type}: ${event.seq} ${event.id} after ${before.seq} ${before.id}`);
    last.set(event.instance_id, event);
  }
  return problems;
}
