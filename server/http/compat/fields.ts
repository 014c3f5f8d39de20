import { isObject, type JsonObject } from '../input.ts';

/** Makes a new body of a given one; it changes nothing in place. */
export type BodyChange = (body: JsonObject) => JsonObject;

export function pick(object: JsonObject, names: string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}

export function omit(object: JsonObject, names: string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Gives fields their new names; where the new name is there already, its value stays. */
export function rename(object: JsonObject, names: Record<string, string>): JsonObject {
  const renamed = Object.entries(names).flatMap(([old, name]) =>
    Object.hasOwn(object, old) ? [[name, object[old]]] : [],
  );
  return { ...Object.fromEntries(renamed), ...omit(object, Object.keys(names)) };
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
