import type { GroupMetadata as Metadata } from '@whiskeysockets/baileys';
import type { GroupInfo, GroupMember, GroupMetadata } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import type { Link } from '../link.ts';
import { toMembers, withIdentities } from './people.ts';
import { allGroups } from './query.ts';
import { askOfGroup } from './refusal.ts';
import { toGroupInfo, toGroupMetadata } from './view.ts';

/** What there is to know of groups, asked of WhatsApp each time. */
export interface GroupFinder {
  /** @throws HttpError 404 when there is no such group, 403 when the account is not in it */
  info(jid: string): Promise<GroupInfo>;
  /** Every group of the account. Those who ask at the same time share one query. */
  all(options: { withMembers: boolean }): Promise<GroupInfo[]>;
  members(jid: string): Promise<GroupMember[]>;
  /** The group that an invite leads to. @throws HttpError 404 when the code is not valid */
  invitedTo(code: string): Promise<GroupMetadata>;
}

export function createGroupFinder(actor: Actor): GroupFinder {
  const { deps, owner } = actor;
  const complete = async (metadata: Metadata): Promise<Metadata> => {
    const [completed] = await withIdentities(deps.db, owner.id, [metadata]);
    return completed ?? metadata;
  };
  let underWay: Promise<GroupInfo[]> | undefined;
  const all = (): Promise<GroupInfo[]> =>
    askOfGroup(actor, { text: 'Error fetching groups' }, async ({ socket, groups }) => {
      const found = await allGroups(socket);
      const pictures = await groups.pictures.of(found.map(({ id }) => id));
      const completed = await withIdentities(deps.db, owner.id, found);
      return completed.map((group) => toGroupInfo(group, pictures.get(group.id) ?? null));
    });
  return {
    info: (jid) =>
      askOfGroup(actor, { text: 'Error fetching group' }, async ({ groups }: Link) => {
        const [metadata, pictures] = await Promise.all([groups.ask(jid), groups.pictures.of([jid])]);
        return toGroupInfo(await complete(metadata), pictures.get(jid) ?? null);
      }),
    all: async ({ withMembers }) => {
      underWay ??= all().finally(() => {
        underWay = undefined;
      });
      const found = await underWay;
      return withMembers ? found : found.map(({ participants: _, ...group }) => group);
    },
    members: (jid) =>
      askOfGroup(actor, { text: 'No participants' }, async ({ groups }) =>
        toMembers(deps.db, owner.id, await complete(await groups.ask(jid))),
      ),
    invitedTo: (code) =>
      askOfGroup(actor, { text: 'No invite info', invite: code }, async ({ socket }) =>
        toGroupMetadata(await complete(await socket.groupGetInviteInfo(code))),
      ),
  };
}
