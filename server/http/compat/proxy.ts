import { type BodyChange, isBlank, objectAt, omit, withoutBlanks } from './fields.ts';

/**
 * n8n writes an empty text for "off" and for what was left open; version 1 puts all but `enabled` into an
 * object `proxy`.
 */
export const setProxy: BodyChange = (body) => {
  const flat = { ...objectAt(body, 'proxy'), ...omit(body, ['proxy']) };
  const isOff = 'enabled' in flat && isBlank(flat.enabled);
  return { ...withoutBlanks(flat), ...(isOff && { enabled: false }) };
};
