import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SUBSCRIBABLE_EVENTS, toWireName } from '../../server/events/names.ts';
import type { EventName, EventPayloads } from '../../server/events/types.ts';
import type { ZapgateEvent } from '../../server/generated/index.ts';
import { readSpec, resolve, type Schema } from '../../server/http/spec.ts';
import { eventExamples, eventSchema, SPEC_EVENTS } from '../support/event-examples.ts';
import { createEnvelopeCheck } from '../support/event-schemas.ts';

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type Payload<Name> = Extract<ZapgateEvent, { event: Name }>['data'];

/** What does not hold here does not compile: `npm run check` runs the compiler over it. */
const NAMES_AGREE: Same<EventName, ZapgateEvent['event']> = true;
const PAYLOADS_AGREE: Same<EventPayloads, { [Name in EventName]: Payload<Name> }> = true;

test('the events of the server have the names and the payloads of the union in the spec', () => {
  assert.deepEqual([NAMES_AGREE, PAYLOADS_AGREE], [true, true]);
});

const spec = readSpec();

const union = resolve<{ oneOf: { $ref: string }[] }>(spec, { $ref: '#/components/schemas/ZapgateEvent' });

test("the union has every webhook's schema as a member, and no other", () => {
  const schemas = SPEC_EVENTS.map(eventSchema);
  assert.equal(new Set(schemas).size, schemas.length, 'each event has a schema of its own');
  assert.deepEqual(union.oneOf.map(({ $ref }) => $ref).sort(), schemas.sort());
});

/** Accepted for the sake of existing clients. */
const NEVER_SENT = ['typebot.start', 'typebot.change-status', 'new.jwt'];
/** Sent to the webhook that is tried, whatever it subscribes to. */
const NOT_SUBSCRIBED = ['webhook.test'];

test('what can be subscribed to is in the spec, and the other way round', () => {
  const names = SUBSCRIBABLE_EVENTS.map(toWireName).filter((name) => !NEVER_SENT.includes(name));
  assert.deepEqual([...names, ...NOT_SUBSCRIBED].sort(), SPEC_EVENTS.toSorted());
});

const faultOf = createEnvelopeCheck();

for (const type of SPEC_EVENTS) {
  describe(type, () => {
    test('its schema allows this name alone', () => {
      const { properties = {} } = resolve<Schema>(spec, { $ref: eventSchema(type) });
      assert.deepEqual(properties.event && resolve(spec, properties.event).enum, [type]);
    });

    test('its examples are of its schema, and of no other event', () => {
      const examples = eventExamples(type);
      assert.ok(examples.length > 0);
      for (const example of examples)
        assert.equal(faultOf({ ...example, event: type }), undefined, JSON.stringify(example));
    });
  });
}

test('an event without its id or its number is not as the spec says', () => {
  const [example] = eventExamples('call');
  const faultWith = (values: object) => faultOf({ ...example, ...values, event: 'call' }) ?? 'none';
  assert.equal(faultWith({}), 'none');
  assert.match(faultWith({ id: undefined }), /required property 'id'/);
  assert.match(faultWith({ sequence: undefined }), /required property 'sequence'/);
  assert.match(faultWith({ id: 'e1' }), /id must match format "uuid"/);
  assert.match(faultWith({ sequence: 0 }), /sequence must be >= 1/);
});
