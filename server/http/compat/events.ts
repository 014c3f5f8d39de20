import { toEventName } from '../../events/names.ts';
import type { JsonObject } from '../input.ts';

/** Puts the list `events` into UPPER_SNAKE; names that nobody knows stay, for the validator to refuse. */
export function withEventNames(config: JsonObject): JsonObject {
  if (!Array.isArray(config.events)) return config;
  const events = config.events.map((name) => (typeof name === 'string' ? (toEventName(name) ?? name) : name));
  return { ...config, events };
}
