import { isObject, type JsonObject } from '../input.ts';
import { type BodyChange, isBlank, isNobody, objectAt, omit, rename } from './fields.ts';

/** Blank filters are none. */
export const withFilters: BodyChange = (body) => {
  if (!isObject(body.where)) return isBlank(body.where) ? omit(body, ['where']) : body;
  return { ...body, where: withoutBlankFilters(body.where) };
};

/** `limit` is the size of a page in some versions. */
export const withPages: BodyChange = (body) => withFilters(rename(body, { limit: 'offset' }));

/** The author of a group message is `participants` in some versions. */
export const findMessages: BodyChange = (given) => {
  const body = withFilters(given);
  const where = objectAt(body, 'where');
  if (!isObject(where.key)) return body;
  const key = withoutBlankFilters(rename(where.key, { participants: 'participant' }));
  return { ...body, where: { ...where, key } };
};

function withoutBlankFilters(filters: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => !isNobody(value)));
}
