import type { AcceptedInvite, InviteLink } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { send } from '../send/send.ts';
import { allKnown, named } from './members.ts';
import { askOfGroup } from './refusal.ts';

/** The links by which people join groups by themselves. */
export interface GroupInvites {
  /** @throws HttpError 403 where only admins see it */
  link(jid: string): Promise<InviteLink>;
  /** Makes the old link worthless. Gives the code of the new one. */
  revoke(jid: string): Promise<string>;
  /**
   * Sends the link to people, under a text of the caller's. Gives the link.
   *
   * @throws HttpError 400 with a row for each unknown number, before anything is sent
   */
  send(jid: string, text: string, numbers: string[]): Promise<string>;
  /** Joins a group, or asks its admins to be let in, where they decide. @throws HttpError 404 */
  accept(code: string): Promise<AcceptedInvite>;
}

const INVITE_URL = 'https://chat.whatsapp.com/';

export function createGroupInvites(actor: Actor): GroupInvites {
  const link = async (jid: string, failure: string): Promise<InviteLink> => {
    const inviteCode = await askOfGroup(actor, { text: failure }, async ({ socket }) =>
      given(await socket.groupInviteCode(jid)),
    );
    return { inviteUrl: `${INVITE_URL}${inviteCode}`, inviteCode };
  };
  return {
    link: (jid) => link(jid, 'No invite code'),
    revoke: (jid) =>
      askOfGroup(actor, { text: 'Revoke error' }, async ({ socket }) =>
        given(await socket.groupRevokeInvite(jid)),
      ),
    async send(jid, text, numbers) {
      const people = allKnown(await named(actor, await actor.open(), numbers));
      const { inviteUrl } = await link(jid, 'No send invite');
      const content = { extendedTextMessage: { text: `${text}\n\n${inviteUrl}` } };
      for (const jid of people) await send(actor, await actor.open(), { jid, content });
      return inviteUrl;
    },
    accept: (code) =>
      askOfGroup(actor, { text: 'Accept invite error', invite: code }, async ({ socket }) => {
        const joined = await socket.groupAcceptInvite(code);
        if (joined) return { accepted: true, groupJid: joined };
        const { id } = await socket.groupGetInviteInfo(code);
        return { accepted: false, groupJid: id };
      }),
  };
}

function given(code: string | undefined): string {
  if (!code) throw new Error('WhatsApp gave no invite code');
  return code;
}
