import type {
  EphemeralExpiration,
  GroupSetting,
  ParticipantUpdate,
  UpdateParticipantBody,
} from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import type { Link } from '../link.ts';
import { readPicture } from '../profile/picture.ts';
import { named } from './members.ts';
import { changeMembers } from './outcome.ts';
import { leaveGroup } from './query.ts';
import { askOfGroup, type Failure } from './refusal.ts';

/** Changes of one group. Each throws HttpError 403 where only admins may, 404 where there is no such group. */
export interface GroupChanges {
  /** @param image a URL, base64 or a data URI @throws HttpError 400 when it is not an image */
  setPicture(jid: string, image: string): Promise<void>;
  setSubject(jid: string, subject: string): Promise<void>;
  /** An empty one removes it. */
  setDescription(jid: string, description: string): Promise<void>;
  setSetting(jid: string, setting: GroupSetting): Promise<void>;
  /** @param seconds after which messages disappear; 0 for never */
  setEphemeral(jid: string, seconds: EphemeralExpiration): Promise<void>;
  /** What became of each of them, in the order in which they were given. */
  updateParticipants(
    jid: string,
    body: Pick<UpdateParticipantBody, 'action' | 'participants'>,
  ): Promise<ParticipantUpdate[]>;
  leave(jid: string): Promise<void>;
}

export function createGroupChanges(actor: Actor): GroupChanges {
  /** Sends read the memory: the change is in it before anybody is told. */
  const change = (
    jid: string,
    failure: Failure,
    work: (link: Link) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> => {
    const changing = async (link: Link): Promise<void> => {
      await work(link);
      link.groups.forget(jid);
    };
    return askOfGroup(actor, failure, changing, signal);
  };
  return {
    async setPicture(jid, image) {
      const signal = AbortSignal.timeout(actor.deps.operationMs);
      const content = await readPicture(image, actor.deps.media, signal);
      const upload = async ({ socket, groups }: Link): Promise<void> => {
        groups.pictures.forget(jid);
        await socket.query({
          tag: 'iq',
          attrs: { to: 's.whatsapp.net', type: 'set', xmlns: 'w:profile:picture', target: jid },
          content: [{ tag: 'picture', attrs: { type: 'image' }, content }],
        });
      };
      await change(jid, { text: 'Error update group picture' }, upload, signal);
    },
    setSubject: (jid, subject) =>
      change(jid, { text: 'Error updating group subject' }, ({ socket }) =>
        socket.groupUpdateSubject(jid, subject),
      ),
    setDescription: (jid, description) =>
      change(jid, { text: 'Error updating group description' }, ({ socket }) =>
        socket.groupUpdateDescription(jid, description.trim() ? description : ''),
      ),
    setSetting: (jid, setting) =>
      change(jid, { text: 'Error updating setting' }, ({ socket }) =>
        socket.groupSettingUpdate(jid, setting),
      ),
    setEphemeral: (jid, seconds) =>
      change(jid, { text: 'Error updating setting' }, ({ socket }) =>
        socket.groupToggleEphemeral(jid, seconds),
      ),
    leave: (jid) =>
      change(jid, { text: 'Unable to leave the group' }, ({ socket }) => leaveGroup(socket, jid)),
    updateParticipants: (jid, { action, participants }) =>
      askOfGroup(actor, { text: 'Error updating participants' }, async (link) => {
        return changeMembers(link, jid, await named(actor, link, participants), action);
      }),
  };
}
