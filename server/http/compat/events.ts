import { toEventName } from '../../events/names.ts';
import type { JsonObject } from '../input.ts';

/** Puts the list `events` into UPPER_SNAKE; names that nobody knows stay, for the validator to refuse. */
export function withEventNames(config: JsonObject): JsonObject {
  if (!Array.isArray(config.events)) return config;
  const events = config.events.map((name) => (typeof name === 'string' ? (toEventName(name) ?? name) : name));
  return { ...config, events };
}

/** The query's list of events, in any spelling and with commas between them. */
export function eventFilter(query: JsonObject): JsonObject {
  const { events } = query;
  if (typeof events !== 'string') return withEventNames(query);
  const names = events.split(',').filter((name) => name.trim() !== '');
  return withEventNames({ ...query, events: names });
}
