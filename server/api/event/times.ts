import { badRequest } from '../../errors.ts';
import { rowIdAt } from '../../store/ids.ts';

/** Two ends of a time, both included, as ISO 8601. */
export interface Times {
  from?: string | undefined;
  to?: string | undefined;
}

/** What lies between the ends, in milliseconds since the epoch: from `from` on, and before `before`. */
export interface Span {
  from?: number | undefined;
  before?: number | undefined;
}

/** @param place what an error calls the fields' owner, such as `query`. @throws HttpError 400 */
export function spanOf({ from, to }: Times, place: string): Span {
  return {
    from: from === undefined ? undefined : milliseconds(from, `${place}.from`),
    before: to === undefined ? undefined : milliseconds(to, `${place}.to`) + 1,
  };
}

/** The ids of the rows that were made within these times. @throws HttpError 400 */
export function idsWithin(times: Times, place: string): { from?: string; before?: string } {
  const { from, before } = spanOf(times, place);
  return {
    ...(from === undefined ? {} : { from: rowIdAt(from) }),
    ...(before === undefined ? {} : { before: rowIdAt(before) }),
  };
}

/** What the format `date-time` allows is not always a time, such as a leap second. */
function milliseconds(text: string, field: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw badRequest(`${field} must be a valid date-time`);
  return time;
}
