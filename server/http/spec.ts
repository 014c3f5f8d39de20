import { readFileSync } from 'node:fs';
import type { Operation } from '../generated/index.ts';

/** The parts of an OpenAPI 3.1 document that this server looks at. */
export interface Spec {
  openapi: `3.1.${string}`;
  info: object;
  servers?: { url: string; description?: string }[];
  paths: Record<string, Record<string, SpecOperation>>;
  components: Record<string, Record<string, unknown>>;
}

export interface SpecOperation {
  parameters?: Reference<Parameter>[];
  requestBody?: { content: Record<string, { schema: Reference<Schema> }> };
  responses: Record<string, Reference<{ content?: Record<string, { schema: Reference<Schema> }> }>>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  schema: Reference<Schema>;
}

export interface Schema {
  type?: string;
  description?: string;
  /** What to say of an empty array, where clients know a text of its own. */
  'x-empty'?: string;
  enum?: unknown[];
  properties?: Record<string, Reference<Schema>>;
  items?: Reference<Schema>;
}

export type Reference<T> = T | { $ref: string };

export const EVENT_STREAM = 'text/event-stream';

const BUNDLE = new URL('../../openapi/bundle.json', import.meta.url);

/** The contract, read from its one file. */
export function readSpec(): Spec {
  return JSON.parse(readFileSync(BUNDLE, 'utf8'));
}

/** @throws if the spec has no such operation */
export function operationIn(spec: Spec, operation: Operation): SpecOperation {
  const found = spec.paths[operation.path]?.[operation.method.toLowerCase()];
  if (!found) throw new Error(`The spec has no ${operation.method} ${operation.path}`);
  return found;
}

/** What a reference within the spec stands for. */
export function resolve<T extends object>(spec: Spec, node: Reference<T>): T {
  if (!('$ref' in node)) return node;
  let target: unknown = spec;
  for (const key of node.$ref.split('/').slice(1)) target = (target as Record<string, unknown>)[key];
  if (target === undefined) throw new Error(`The spec has no ${node.$ref}`);
  return resolve(spec, target as Reference<T>);
}

/** The schema of an operation's JSON request body, if it takes one. */
export function bodySchema(spec: Spec, operation: Operation): Schema | undefined {
  const content = operationIn(spec, operation).requestBody?.content['application/json'];
  return content && resolve(spec, content.schema);
}

/** Whether a file may come with an operation's request. */
export function takesFile(spec: Spec, operation: Operation): boolean {
  return operationIn(spec, operation).requestBody?.content['multipart/form-data'] !== undefined;
}

/** Whether an operation answers events one after another, instead of a body. */
export function answersStream(spec: Spec, operation: Operation): boolean {
  const answer = operationIn(spec, operation).responses[operation.status];
  return answer !== undefined && resolve(spec, answer).content?.[EVENT_STREAM] !== undefined;
}

export function parameters(spec: Spec, operation: Operation, place: Parameter['in']): Parameter[] {
  const declared = operationIn(spec, operation).parameters ?? [];
  return declared.map((one) => resolve(spec, one)).filter((one) => one.in === place);
}

/** @param name may come from a stranger: what every object inherits is no property of a schema */
export function propertyOf({ properties = {} }: Schema, name: string): Reference<Schema> | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** A copy of the spec of one operation, with no other components than it needs: for its answers only if asked. */
export function partOf(spec: Spec, operation: Operation, withResponses: boolean): Spec {
  const { responses, ...request } = operationIn(spec, operation);
  const part = { ...request, responses: withResponses ? responses : {} };
  const components: Record<string, Record<string, unknown>> = {};
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) key === '$ref' ? add(String(value)) : collect(value);
  };
  const add = (reference: string): void => {
    const [kind = '', name = ''] = reference.split('/').slice(2);
    components[kind] ??= {};
    if (name in components[kind]) return;
    components[kind][name] = spec.components[kind]?.[name];
    collect(components[kind][name]);
  };
  collect(part);
  const { openapi, info } = spec;
  const paths = { [operation.path]: { [operation.method.toLowerCase()]: part } };
  return structuredClone({ openapi, info, paths, components });
}
