import { HttpError } from '../../errors.ts';
import type { CreateGroupBody, GroupMetadata } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import type { Link } from '../link.ts';
import { allKnown, isOwn, memberJid, named } from './members.ts';
import { createGroup, type NotAdded } from './query.ts';
import { askOfGroup } from './refusal.ts';
import { toGroupMetadata } from './view.ts';

const FAILURE = { text: 'Error creating group' };

/**
 * Makes a group. Nothing is made if WhatsApp does not know one of the numbers. Those whose privacy settings
 * forbid it are not in the group, which is told in `notAdded`.
 */
export function create(actor: Actor, body: CreateGroupBody): Promise<GroupMetadata> {
  return askOfGroup(actor, FAILURE, async (link) => {
    const people = allKnown(await named(actor, link, body.participants)).filter((jid) => !isOwn(link, jid));
    const { id, notAdded } = await createGroup(link.socket, body.subject, people);
    await finish(link, id, body, people).catch((error) => {
      throw halfDone(id, error);
    });
    const metadata = toGroupMetadata(await link.groups.ask(id));
    return notAdded.length > 0 ? { ...metadata, notAdded: notAdded.map(toUpdate) } : metadata;
  });
}

async function finish(
  { socket, groups }: Link,
  id: string,
  { description, promoteParticipants }: CreateGroupBody,
  people: string[],
): Promise<void> {
  if (description?.trim()) await socket.groupUpdateDescription(id, description);
  if (!promoteParticipants) return;
  const metadata = await groups.ask(id);
  const ids = new Set(metadata.participants.filter(({ admin }) => !admin).map((member) => member.id));
  const members = people.map((jid) => memberJid(metadata, jid)).filter((jid) => ids.has(jid));
  if (members.length > 0) await socket.groupParticipantsUpdate(id, members, 'promote');
}

/** The caller has to know of a group that is there. */
function halfDone(id: string, error: unknown): HttpError {
  const why = error instanceof Error ? error.message : String(error);
  const what = `The group ${id} was created, but its description or its admins could not be set: ${why}`;
  return new HttpError(500, [FAILURE.text, what], { cause: error });
}

const toUpdate = ({ jid, error }: NotAdded) => ({ status: error, jid });
