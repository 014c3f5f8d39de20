import { isObject } from '../input.ts';
import { propertyOf, type Reference, resolve, type Schema, type Spec } from '../spec.ts';

const BOOLEANS = new Map([
  ['true', true],
  ['false', false],
]);

/**
 * What the validator does not coerce: booleans written in any case, and an empty text where no text is
 * allowed, which stands for nothing at all.
 */
export function fitTypes(value: unknown, reference: Reference<Schema>, spec: Spec): unknown {
  const schema = resolve(spec, reference);
  if (value === '' && !takesAnyText(schema)) return undefined;
  if (typeof value === 'string' && schema.type === 'boolean')
    return BOOLEANS.get(value.trim().toLowerCase()) ?? value;
  if (Array.isArray(value)) return value.map((item) => fitTypes(item, schema.items ?? {}, spec));
  if (!isObject(value)) return value;
  const fitted = Object.entries(value).map(([name, child]) => [
    name,
    fitTypes(child, propertyOf(schema, name) ?? {}, spec),
  ]);
  return Object.fromEntries(fitted.filter(([, child]) => child !== undefined));
}

function takesAnyText({ type, enum: choices }: Schema): boolean {
  return (type === undefined || type === 'string') && choices === undefined;
}
