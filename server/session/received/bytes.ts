type Json = Record<string, unknown>;

/**
 * A message's content as a caller gives it back, with its bytes as Baileys wants them: callers have them as
 * base64, as `{"0":12,"1":34}` or as `{"type":"Buffer","data":[12,34]}` (wire-contract 1.6).
 */
export function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Json;
  return bytesOf(object) ?? Object.fromEntries(Object.entries(object).map(([k, v]) => [k, withBytes(v)]));
}

function bytesOf({ type, data, ...indexed }: Json): Buffer | undefined {
  if (type === 'Buffer' && Array.isArray(data)) return Buffer.from(data);
  if (type !== undefined || data !== undefined) return undefined;
  const values = Object.values(indexed);
  const isIndexed = values.length > 0 && Object.keys(indexed).every((key, index) => key === String(index));
  return isIndexed && values.every((one) => typeof one === 'number') ? Buffer.from(values) : undefined;
}
