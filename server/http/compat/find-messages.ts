import { isObject, type JsonObject } from '../input.ts';
import { type BodyChange, isBlank, isNobody, objectAt, omit, rename } from './fields.ts';

/** Blank filters are none. A row's id is `_id` in some clients: there it comes from a document store. */
export const withFilters: BodyChange = (body) => {
  if (!isObject(body.where)) return isBlank(body.where) ? omit(body, ['where']) : body;
  return { ...body, where: rename(withoutBlankFilters(body.where), { _id: 'id' }) };
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
