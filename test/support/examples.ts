import type { Operation } from '../../server/generated/index.ts';
import { operationIn, readSpec, resolve } from '../../server/http/spec.ts';

const spec = readSpec();

/** The spec's first example of an operation's request body; undefined if it takes none. */
export function exampleBody(operation: Operation): object | undefined {
  const content = operationIn(spec, operation).requestBody?.content['application/json'];
  const { examples = {} } = (content ?? {}) as { examples?: Record<string, object> };
  const [first] = Object.values(examples);
  return first && (resolve(spec, first) as { value: object }).value;
}
