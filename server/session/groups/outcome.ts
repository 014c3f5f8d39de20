import {
  type BinaryNode,
  type GroupMetadata,
  getAllBinaryNodeChildren,
  type WASocket,
} from '@whiskeysockets/baileys';
import type { ParticipantUpdate, UpdateParticipantBody } from '../../generated/index.ts';
import type { Link } from '../link.ts';
import { memberJid, type Named } from './members.ts';

type Action = UpdateParticipantBody['action'];
type Answers = Awaited<ReturnType<WASocket['groupParticipantsUpdate']>>;

/**
 * Changes members of a group. Gives what became of each, in the order in which they were given. Of whom WhatsApp does
 * not tell, the group itself tells.
 */
export async function changeMembers(
  { socket, groups }: Link,
  group: string,
  people: Named[],
  action: Action,
): Promise<ParticipantUpdate[]> {
  const before = await groups.metadata(group);
  const jids = people.map(({ known }) => known && memberJid(before, known));
  const asked = [...new Set(jids.filter((jid) => jid !== undefined))];
  const answers = asked.length ? await socket.groupParticipantsUpdate(group, asked, action) : [];
  groups.forget(group);
  const outcomes = people.map((person, index) => outcome(person, jids[index], asked, answers));
  if (outcomes.every(({ status }) => status !== UNTOLD)) return outcomes;
  const after = await groups.ask(group);
  return outcomes.map((one) =>
    one.status === UNTOLD ? { ...one, status: seen(after, one.jid, action) } : one,
  );
}

const UNTOLD = 'untold';

/** WhatsApp may answer by LID where it was asked by phone; then the order tells who is meant. */
function outcome(
  { known, jid }: Named,
  asJid: string | undefined,
  asked: string[],
  answers: Answers,
): ParticipantUpdate {
  if (!known || !asJid) return { status: '404', jid };
  const named = answers.find(({ content: { attrs } }) => [attrs.jid, attrs.phone_number].includes(asJid));
  const answer = named ?? (answers.length === asked.length ? answers[asked.indexOf(asJid)] : undefined);
  if (!answer || Number(answer.status) >= 500) return { status: UNTOLD, jid: known };
  return { status: answer.status, jid: known, content: shown(answer.content) };
}

/** Whether it is as it was wanted. */
function seen(group: GroupMetadata, jid: string, action: Action): '200' | '400' {
  const id = memberJid(group, jid);
  const member = group.participants.find((one) => one.id === id);
  const isDone = {
    add: member !== undefined,
    remove: member === undefined,
    promote: Boolean(member?.admin),
    demote: member !== undefined && !member.admin,
  };
  return isDone[action] ? '200' : '400';
}

/** Somebody who lets nobody add them comes with a code by which they can be invited. */
function shown(node: BinaryNode): NonNullable<ParticipantUpdate['content']> {
  const content = getAllBinaryNodeChildren(node).map(shown);
  return { tag: node.tag, attrs: node.attrs, ...(content.length > 0 && { content }) };
}
