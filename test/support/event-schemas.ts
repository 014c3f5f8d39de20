import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { toEnvelope } from '../../server/delivery/envelope.ts';
import type { RecordedEvent } from '../../server/events/types.ts';

const BUNDLE = new URL('../../openapi/bundle.json', import.meta.url);
const SPEC = 'spec';

/** Says for each event what the spec's schema of it does not allow; nothing if all are as they should be. */
export function createEventCheck(): (events: RecordedEvent[]) => Promise<string[]> {
  const spec = JSON.parse(readFileSync(BUNDLE, 'utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  addFormats.default(ajv);
  ajv.addSchema(spec, SPEC);
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (type: string): ValidateFunction => {
    const known = validators.get(type) ?? ajv.compile({ $ref: SPEC + schemaOf(spec, type) });
    validators.set(type, known);
    return known;
  };
  return async (events) => {
    const problems: string[] = [];
    for (const event of events) {
      const validate = validatorOf(event.type);
      const envelope = await toEnvelope(event, { serverUrl: 'http://gateway.test' });
      if (!validate(envelope))
        problems.push(`${event.type}: ${ajv.errorsText(validate.errors)} ${JSON.stringify(event.data)}`);
    }
    return problems;
  };
}

/** @throws if the spec has no such event */
function schemaOf(spec: { webhooks: Record<string, { post: object }> }, type: string): string {
  const post = spec.webhooks[type]?.post as
    | { requestBody: { content: { 'application/json': { schema: { $ref: string } } } } }
    | undefined;
  if (!post) throw new Error(`The spec has no event ${type}`);
  return post.requestBody.content['application/json'].schema.$ref;
}
