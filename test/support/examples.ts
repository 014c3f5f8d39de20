import type { Operation } from '../../server/generated/index.ts';
import { operationIn, parameters, readSpec, resolve } from '../../server/http/spec.ts';

const spec = readSpec();

/** The spec's first example of an operation's request body; undefined if it takes none. */
export function exampleBody(operation: Operation): object | undefined {
  const content = operationIn(spec, operation).requestBody?.content['application/json'];
  const { examples = {} } = (content ?? {}) as { examples?: Record<string, object> };
  const [first] = Object.values(examples);
  return first && (resolve(spec, first) as { value: object }).value;
}

/** The spec's examples of an operation's query, such as `?groupJid=120363…`; empty if it has none. */
export function exampleQuery(operation: Operation): string {
  const given = parameters(spec, operation, 'query') as { name: string; example?: string }[];
  const query = new URLSearchParams();
  for (const { name, example } of given) if (example !== undefined) query.set(name, String(example));
  return query.size > 0 ? `?${query}` : '';
}
