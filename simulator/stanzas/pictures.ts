import type { Account, Device } from '../accounts/account.ts';
import type { Picture } from '../accounts/picture.ts';
import { keepPicture } from '../accounts/profile.ts';
import { isShown } from '../accounts/visibility.ts';
import { type Group, memberDevices } from '../groups/group.ts';
import { nameIn } from '../groups/nodes.ts';
import { requireEditor } from '../groups/settings.ts';
import type { Network } from '../network.ts';
import { accountJid } from '../wire/jids.ts';
import { node, now, stanzaId } from '../wire/nodes.ts';
import { senderAddressing } from './shares.ts';

/** Changes an account's picture, or removes it, and tells its own companions and those who know it. */
export function setPicture(network: Network, account: Account, image: Buffer | undefined): void {
  account.profile.picture = image && keepPicture(network.media, image);
  for (const device of new Set([...account.companions.values(), ...account.deviceWatchers])) {
    if (!isShown(account, 'profile', device.account)) continue;
    const jid = accountJid(account, senderAddressing(network, accountJid(account)));
    announcePicture(device, jid, jid, account.profile.picture);
  }
}

/** Changes a group's picture, or removes it, and tells its members. @throws Problem 403 */
export function setGroupPicture(
  network: Network,
  group: Group,
  by: Account,
  image: Buffer | undefined,
): void {
  requireEditor(group, by);
  group.picture = image && keepPicture(network.media, image);
  for (const device of memberDevices(group))
    announcePicture(device, group.id, nameIn(group, by), group.picture);
}

function announcePicture(device: Device, jid: string, author: string, picture: Picture | undefined): void {
  const change = picture ? node('set', { jid, id: picture.id, author }) : node('delete', { jid, author });
  device.deliver(node('notification', { from: jid, type: 'picture', id: stanzaId(), t: now() }, [change]));
}
