import type { WASocket } from '@whiskeysockets/baileys';
import type { Profile, ProfilePictureUrl } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { ask, refusalCode } from '../ask.ts';
import type { Link } from '../link.ts';
import { namesOf, shownJid } from '../people.ts';
import { isUser, toJid } from '../translate/jid.ts';
import { businessProfile } from './business.ts';
import { ownJid } from './own.ts';
import { pictureUrl } from './picture-url.ts';

/**
 * What somebody shows of themselves to this account.
 *
 * @param number the account itself if left out
 * @throws HttpError 400 with the contract's row where WhatsApp does not know the number
 */
export function fetchProfile(actor: Actor, number: string | undefined): Promise<Profile> {
  return ask(actor, 'Error fetching profile', async (link) => {
    const jid = number === undefined ? ownJid(link) : await actor.recipients(link.socket, number);
    const { socket } = link;
    const [wuid, name, picture, status, business] = await Promise.all([
      shownJid(actor.deps.db, actor.owner.id, jid),
      nameOf(actor, link, jid),
      pictureUrl(socket, jid),
      statusText(socket, jid),
      businessProfile(socket, jid),
    ]);
    const { email = null, description = null, website: [website = null] = [] } = business ?? {};
    const isBusiness = business !== undefined;
    return { wuid, name, numberExists: true, picture, status, isBusiness, email, description, website };
  });
}

/** The picture of a person or group, or the account's own. A number that is not on WhatsApp has none. */
export function fetchPictureUrl(actor: Actor, number: string | undefined): Promise<ProfilePictureUrl> {
  return ask(actor, 'Error fetching profile picture', async (link) => {
    const jid = number === undefined ? ownJid(link) : toJid(number);
    const known = isUser(jid) ? (await actor.numbers.find(link.socket, [jid])).get(jid) : jid;
    const profilePictureUrl = known ? await pictureUrl(link.socket, known) : null;
    return { wuid: await shownJid(actor.deps.db, actor.owner.id, known ?? jid), profilePictureUrl };
  });
}

async function nameOf({ deps, owner }: Actor, link: Link, jid: string): Promise<string | null> {
  if (jid === ownJid(link)) return link.me()?.name ?? null;
  return (await namesOf(deps.db, owner.id, [jid])).get(jid) ?? null;
}

/** The text under the name; null where there is none, or it is hidden from the account. */
async function statusText(socket: WASocket, jid: string): Promise<string | null> {
  try {
    const [answer] = (await socket.fetchStatus(jid)) ?? [];
    const { status } = (answer?.status ?? {}) as { status?: string | null };
    return status || null;
  } catch (error) {
    if (refusalCode(error) === undefined) throw error;
    return null;
  }
}
