import { updateInstance } from '../../store/instances.ts';
import type { Actor } from '../actor.ts';
import type { AppState } from '../app-state.ts';
import { ask } from '../ask.ts';
import type { Link } from '../link.ts';
import { withoutDevice } from '../translate/jid.ts';
import { readPicture } from './picture.ts';
import { pictureUrl } from './picture-url.ts';

/** The name that others see. All of the account's devices learn it. */
export async function setName(actor: Actor, appState: AppState, name: string): Promise<void> {
  await ask(actor, 'Error updating profile name', async ({ socket, me }) => {
    await appState(socket, 'critical_block', { pushNameSetting: name }, '');
    const account = me();
    // What Baileys does when another device changes the name: it tells WhatsApp, and the name is stored.
    if (account) socket.ev.emit('creds.update', { me: { ...account, name } });
  });
}

/** The text that others see beside the name. */
export async function setStatus(actor: Actor, status: string): Promise<void> {
  await ask(actor, 'Error updating profile status', ({ socket }) => socket.updateProfileStatus(status));
}

/** @param source a URL, base64 or a data URI @throws HttpError 400 also when it is not an image */
export async function setPicture(actor: Actor, source: string): Promise<void> {
  const signal = AbortSignal.timeout(actor.deps.operationMs);
  const content = await readPicture(source, actor.deps.media, signal);
  const upload = async (link: Link): Promise<void> => {
    await link.socket.query({
      tag: 'iq',
      attrs: { to: 's.whatsapp.net', type: 'set', xmlns: 'w:profile:picture' },
      content: [{ tag: 'picture', attrs: { type: 'image' }, content }],
    });
    await rememberPicture(actor, link);
  };
  await ask(actor, 'Error updating profile picture', upload, signal);
}

export async function removePicture(actor: Actor): Promise<void> {
  await ask(actor, 'Error removing profile picture', async (link) => {
    await link.socket.removeProfilePicture(ownJid(link));
    await rememberPicture(actor, link);
  });
}

export const ownJid = ({ me }: Link): string => withoutDevice(me()?.id ?? '');

/** Lists of instances show it. */
async function rememberPicture({ deps, owner }: Actor, link: Link): Promise<void> {
  const url = await pictureUrl(link.socket, ownJid(link));
  await updateInstance(deps.db, owner.id, { profile_pic_url: url });
}
