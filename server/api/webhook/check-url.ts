import { setTimeout as pause } from 'node:timers/promises';
import { badRequest } from '../../errors.ts';
import { OutboundRefused } from '../../outbound/guard.ts';
import type { Outbound } from '../../outbound/outbound.ts';

/** How long a name server may take. */
const LOOK_UP_MS = 2_000;

/**
 * A name that is not resolved now, or not soon, may be later: only what would be refused is turned away.
 *
 * @param field by which the body calls it
 * @throws HttpError 400 when the URL is one that this server would not send to
 */
export async function checkUrl(url: string, field: string, outbound: Outbound): Promise<void> {
  if (!/^https?:\/\//i.test(url)) {
    throw badRequest(`instance.${field} must be a URL that begins with http:// or https://`);
  }
  const refusal = await Promise.race([
    refusalOf(url, outbound),
    pause(LOOK_UP_MS, undefined, { ref: false }),
  ]);
  if (refusal) throw badRequest(`instance.${field}: ${refusal.message}`);
}

async function refusalOf(url: string, outbound: Outbound): Promise<OutboundRefused | undefined> {
  try {
    await outbound.check(url);
  } catch (error) {
    if (error instanceof OutboundRefused) return error;
  }
  return undefined;
}
