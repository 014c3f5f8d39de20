import { badRequest } from '../../errors.ts';
import { isObject, type JsonObject } from '../input.ts';

/** Far more than any message has. A body of millions of tiny values would cost far more than its bytes. */
const MOST_VALUES = 50_000;
const MOST_LEVELS = 64;

/** Names with which an object that is copied carelessly would change more than itself. */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of a parsed body without nulls, which clients send for what they leave out, and without unsafe
 * names. No body, null and `[]` are an empty object.
 *
 * @throws HttpError 400 for what is not an object, nests deeper than 64 levels or has more than 50000 values
 */
export function cleanBody(parsed: unknown): JsonObject {
  if (parsed === undefined || parsed === null || (Array.isArray(parsed) && parsed.length === 0)) return {};
  if (!isObject(parsed)) throw badRequest('The body must be a JSON object');
  let values = 0;

  const copy = (value: unknown, level: number): unknown => {
    values += 1;
    if (values > MOST_VALUES) throw badRequest(`The body has more than ${MOST_VALUES} values`);
    if (level > MOST_LEVELS) throw badRequest(`The body is nested deeper than ${MOST_LEVELS} levels`);
    if (Array.isArray(value))
      return value.filter((item) => item !== null).map((item) => copy(item, level + 1));
    return isObject(value) ? copyObject(value, level) : value;
  };
  const copyObject = (object: JsonObject, level: number): JsonObject => {
    const kept = Object.entries(object).filter(([name, value]) => value !== null && !UNSAFE_NAMES.has(name));
    return Object.fromEntries(kept.map(([name, value]) => [name, copy(value, level + 1)]));
  };
  return copyObject(parsed, 0);
}
