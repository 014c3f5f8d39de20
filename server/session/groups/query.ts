import {
  type BinaryNode,
  type GroupMetadata,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  type WASocket,
} from '@whiskeysockets/baileys';
import { extractGroupMetadata } from '@whiskeysockets/baileys/lib/Socket/groups.js';

/** Where questions go that are not about one group. */
const ALL_GROUPS = '@g.us';

/** Somebody whom WhatsApp did not put into a new group, and its reason as a number: 403 is their privacy. */
export interface NotAdded {
  jid: string;
  error: string;
}

/** Baileys' own takes those who were not added for members. */
export async function createGroup(
  socket: WASocket,
  subject: string,
  participants: string[],
): Promise<{ id: string; notAdded: NotAdded[] }> {
  const members = participants.map((jid) => ({ tag: 'participant', attrs: { jid } }));
  const attrs = { subject, key: socket.generateMessageTag() };
  const answer = await query(socket, 'set', { tag: 'create', attrs, content: members });
  const { id } = extractGroupMetadata(answer);
  const group = getBinaryNodeChild(answer, 'group');
  const notAdded = getBinaryNodeChildren(group, 'participant').flatMap(({ attrs: { jid, error } }) =>
    jid && error ? [{ jid, error }] : [],
  );
  return { id, notAdded };
}

/** Every group of the account, in one query. Baileys' own tells all of them as changed besides. */
export async function allGroups(socket: WASocket): Promise<GroupMetadata[]> {
  const wanted = ['participants', 'description'].map((tag) => ({ tag, attrs: {} }));
  const answer = await query(socket, 'get', { tag: 'participating', attrs: {}, content: wanted });
  const groups = getBinaryNodeChildren(getBinaryNodeChild(answer, 'groups'), 'group');
  return groups.map((group) => extractGroupMetadata({ tag: 'result', attrs: {}, content: [group] }));
}

/** Baileys' own does not look at what WhatsApp answers for the group. */
export async function leaveGroup(socket: WASocket, id: string): Promise<void> {
  const left = [{ tag: 'group', attrs: { id } }];
  const answer = await query(socket, 'set', { tag: 'leave', attrs: {}, content: left });
  const { error } = getBinaryNodeChild(getBinaryNodeChild(answer, 'leave'), 'group')?.attrs ?? {};
  if (error) throw Object.assign(new Error('The account is not in the group'), { data: Number(error) });
}

function query(socket: WASocket, type: 'get' | 'set', content: BinaryNode): Promise<BinaryNode> {
  return socket.query({ tag: 'iq', attrs: { to: ALL_GROUPS, xmlns: 'w:g2', type }, content: [content] });
}
