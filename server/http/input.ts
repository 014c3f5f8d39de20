/**
 * What a handler is called with. The path alone says which instance is meant: nothing is ever merged into it.
 */
export interface CallInput {
  path: Record<string, string>;
  query: Record<string, unknown>;
  /** The headers that the operation declares, by the spec's names; handlers get none. */
  header?: Record<string, string>;
  body: unknown;
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
