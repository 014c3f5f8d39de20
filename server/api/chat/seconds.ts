import { badRequest } from '../../errors.ts';

/**
 * A moment as clients write it, an ISO date or seconds since 1970, in seconds.
 *
 * @throws HttpError 400 when it is neither
 */
export function seconds(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Date.parse(text) / 1000;
  if (Number.isNaN(value)) {
    throw badRequest(`instance.where.messageTimestamp.${name} must be an ISO date or seconds since 1970`);
  }
  return value;
}
