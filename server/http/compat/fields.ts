import { isObject, type JsonObject } from '../input.ts';

/** Makes a body of a given one, which it leaves as it is: what there is nothing to change in, it returns. */
export type BodyChange = (body: JsonObject) => JsonObject;

export function pick(object: JsonObject, names: string[]): JsonObject {
  if (!hasOneOf(object, names)) return {};
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}

export function omit(object: JsonObject, names: string[]): JsonObject {
  if (!hasOneOf(object, names)) return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Gives fields their new names; where the new name is there already, its value stays. */
export function rename(object: JsonObject, names: Record<string, string>): JsonObject {
  if (!hasOneOf(object, Object.keys(names))) return object;
  const renamed = Object.entries(names).flatMap(([old, name]) =>
    Object.hasOwn(object, old) ? [[name, object[old]]] : [],
  );
  return { ...Object.fromEntries(renamed), ...omit(object, Object.keys(names)) };
}

/** Bodies seldom have what other clients call otherwise: most are left as they are. */
function hasOneOf(object: JsonObject, names: string[]): boolean {
  return names.some((name) => Object.hasOwn(object, name));
}

/** The object at a key, or an empty one. */
export function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

export function withoutBlanks(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isBlank(value)));
}

export function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** n8n adds the server to a number, also to one that was left blank. */
export const isNobody = (value: unknown): boolean => isBlank(value) || value === '@s.whatsapp.net';
