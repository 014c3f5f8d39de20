import { isObject, type JsonObject } from '../input.ts';
import { type BodyChange, isBlank, objectAt, omit, rename } from './fields.ts';

/** n8n adds the server to a number that was left blank. */
const BARE_SERVER = '@s.whatsapp.net';

/** Blank filters are none. The author of a group message is `participants` in some versions. */
export const findMessages: BodyChange = (body) => {
  if (!isObject(body.where)) return isBlank(body.where) ? omit(body, ['where']) : body;
  const where = withoutBlankFilters(body.where);
  if (!isObject(where.key)) return { ...body, where };
  const key = withoutBlankFilters(rename(objectAt(where, 'key'), { participants: 'participant' }));
  return { ...body, where: { ...where, key } };
};

function withoutBlankFilters(filters: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => !isBlank(value) && value !== BARE_SERVER),
  );
}
