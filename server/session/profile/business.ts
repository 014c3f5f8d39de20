import type { WABusinessHoursConfig, WASocket } from '@whiskeysockets/baileys';
import type { BusinessHours, BusinessProfile, BusinessProfileResult } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { ask } from '../ask.ts';
import { checkNumbers } from '../number-checks.ts';
import { toJid } from '../translate/jid.ts';

/** What a business tells about itself, or the news that there is none. */
export async function fetchBusinessProfile(actor: Actor, number: string): Promise<BusinessProfileResult> {
  toJid(number); // what is no number cannot be asked for
  const [check] = await checkNumbers(actor, [number]);
  const { lid: _, ...row } = check ?? { jid: number, exists: false, number };
  const profile = row.exists
    ? await ask(actor, 'Error fetching business profile', ({ socket }) => businessProfile(socket, row.jid))
    : undefined;
  return profile ?? { isBusiness: false, message: 'Not is business profile', ...row };
}

/** @returns undefined for whoever is not a business */
export async function businessProfile(socket: WASocket, jid: string): Promise<BusinessProfile | undefined> {
  const profile = await socket.getBusinessProfile(jid);
  if (!profile) return undefined;
  const { wid, address, description, website, email, category, business_hours } = profile;
  return {
    isBusiness: true,
    wid: wid ?? jid,
    address: address ?? null,
    description,
    website,
    email: email ?? null,
    category: category ?? null,
    business_hours: toHours(business_hours),
  };
}

function toHours({
  timezone,
  config,
  business_config = config,
}: {
  timezone?: string;
  config?: WABusinessHoursConfig[];
  business_config?: WABusinessHoursConfig[];
}): BusinessHours {
  return {
    ...(timezone !== undefined && { timezone }),
    ...(business_config && { business_config: business_config.map(toDay) }),
  };
}

function toDay({ day_of_week, mode, open_time, close_time }: WABusinessHoursConfig) {
  return {
    day_of_week: String(day_of_week),
    mode: String(mode),
    ...(open_time !== undefined && { open_time: String(open_time) }),
    ...(close_time !== undefined && { close_time: String(close_time) }),
  };
}
