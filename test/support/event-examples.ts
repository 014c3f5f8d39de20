import { readSpec, resolve } from '../../server/http/spec.ts';

/** How the spec tells of an event. */
interface SpecWebhook {
  post: {
    requestBody: {
      content: { 'application/json': { schema: { $ref: string }; examples: Record<string, SpecExample> } };
    };
  };
}

type SpecExample = { $ref: string } | { value: object };

const spec = readSpec();
const { webhooks } = spec as unknown as { webhooks: Record<string, SpecWebhook> };

/** The wire name of every event that the spec has. */
export const SPEC_EVENTS: string[] = Object.keys(webhooks);

/** The place of an event's schema in the spec, such as `#/components/schemas/CallEvent`. */
export function eventSchema(type: string): string {
  return contentOf(type).schema.$ref;
}

/** The spec's examples of an event. */
export function eventExamples(type: string): object[] {
  return Object.values(contentOf(type).examples).map(
    (one) => (resolve(spec, one) as { value: object }).value,
  );
}

/** @throws if the spec has no such event */
function contentOf(type: string) {
  const webhook = webhooks[type];
  if (!webhook) throw new Error(`The spec has no event ${type}`);
  return webhook.post.requestBody.content['application/json'];
}
