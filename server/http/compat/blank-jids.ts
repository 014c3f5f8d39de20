import { isObject, type JsonObject } from '../input.ts';
import { isNobody } from './fields.ts';

/** Fields that name somebody or a chat, or several. */
const JID_FIELDS = new Set([
  ...['number', 'chat', 'groupJid', 'remoteJid', 'remoteJidAlt', 'participant', 'wuid'],
  ...['numbers', 'participants', 'mentioned', 'statusJidList'],
]);

/** A copy, at every level without the numbers and JIDs that a form left open: they name nobody. */
export function withoutBlankJids(object: JsonObject): JsonObject {
  const kept = Object.entries(object).filter(([name, value]) => !JID_FIELDS.has(name) || !isNobody(value));
  return Object.fromEntries(kept.map(([name, value]) => [name, copy(value, JID_FIELDS.has(name))]));
}

function copy(value: unknown, isJids: boolean): unknown {
  if (isObject(value)) return withoutBlankJids(value);
  if (!Array.isArray(value)) return value;
  return isJids ? value.filter((item) => !isNobody(item)) : value.map((item) => copy(item, false));
}
