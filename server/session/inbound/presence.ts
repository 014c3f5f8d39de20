import { shownJids } from '../identity.ts';
import { type Handle, isIgnored } from './scene.ts';

/** What somebody does in a chat that was subscribed to. */
export const onPresence: Handle<'presence.update'> = async (scene, { id, presences }) => {
  if (isIgnored(scene, id)) return [];
  const people = Object.keys(presences);
  const shown = await shownJids(scene.tx, scene.instanceId, [id, ...people]);
  const data = {
    id: shown(id),
    presences: Object.fromEntries(
      Object.entries(presences).map(([jid, { lastKnownPresence, lastSeen }]) => [
        shown(jid),
        { lastKnownPresence, ...(lastSeen !== undefined && { lastSeen }) },
      ]),
    ),
  };
  return [{ type: 'presence.update', data }];
};
