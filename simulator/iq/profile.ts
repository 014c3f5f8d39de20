import type { Account } from '../accounts/account.ts';
import type { Picture } from '../accounts/picture.ts';
import { isShown } from '../accounts/visibility.ts';
import { groupOf } from '../groups/group.ts';
import { accountOf, type Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { setGroupPicture, setPicture } from '../stanzas/pictures.ts';
import type { Session } from '../stanzas/receive.ts';
import { accountJid, isGroupJid } from '../wire/jids.ts';
import { type BinaryNode, bytes, child, node, now } from '../wire/nodes.ts';
import type { IqTable, Reply } from './answer.ts';
import { groupNamedBy } from './groups.ts';

/** @throws Problem 404 where there is none, 401 where it is hidden from `viewer` */
function pictureOf(network: Network, viewer: Account, target: string | undefined): Picture {
  const group = groupOf(network, target);
  const account = accountOf(network, target);
  if (group && !group.members.has(viewer)) throw new Problem(401, 'not-authorized');
  if (account && !isShown(account, 'profile', viewer)) throw new Problem(401, 'not-authorized');
  const picture = group?.picture ?? account?.profile.picture;
  if (!picture) throw new Problem(404, 'item-not-found');
  return picture;
}

/** Changes the picture of a group the account is in, or its own; without an image, removes it. */
function changePicture(session: Session, target: string | undefined, image: Buffer | undefined): Reply {
  const { network, account } = session;
  if (isGroupJid(target)) {
    const group = groupNamedBy(session, target);
    setGroupPicture(network, group, account, image);
    return pictureReply(group.picture);
  }
  if (target && accountOf(network, target) !== account) throw new Problem(401, 'not-authorized');
  setPicture(network, account, image);
  return pictureReply(account.profile.picture);
}

function pictureReply(picture: Picture | undefined): Reply {
  return picture ? { content: [node('picture', { id: picture.id })] } : {};
}

function businessNodes({ profile: { business } }: Account): BinaryNode[] {
  const { category, ...texts } = business ?? {};
  const said = Object.entries(texts).map(([tag, text]) => node(tag, {}, Buffer.from(text)));
  if (category === undefined) return said;
  return [...said, node('categories', {}, [node('category', { id: 1 }, Buffer.from(category))])];
}

/** Pictures, status texts and business profiles. */
export const profileIqs: IqTable = {
  'w:profile:picture:get:picture': ({ network, account }, { attrs }, iq) => {
    const { id, path } = pictureOf(network, account, iq.attrs.target);
    const url = `https://${network.media.address}${path}`;
    return { content: [node('picture', { id, type: attrs.type, url, direct_path: path })] };
  },
  'w:profile:picture:set:picture': (session, picture, iq) =>
    changePicture(session, iq.attrs.target, bytes(picture)),
  'w:profile:picture:set:': (session, _nothing, iq) => changePicture(session, iq.attrs.target, undefined),
  'status:set:status': ({ account }, status) => {
    account.profile.status = { text: bytes(status).toString(), since: now() };
    return {};
  },
  'w:biz:get:business_profile': ({ network }, query) => {
    const asked = accountOf(network, child(query, 'profile')?.attrs.jid);
    if (!asked?.profile.business) return { content: [node('business_profile', {}, [])] };
    const profile = node('profile', { jid: accountJid(asked) }, businessNodes(asked));
    return { content: [node('business_profile', {}, [profile])] };
  },
};
