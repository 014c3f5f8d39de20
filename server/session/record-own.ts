import type { NewEvent } from '../events/types.ts';
import type { Actor } from './actor.ts';
import type { Scene } from './inbound/scene.ts';
import type { Link } from './link.ts';

/**
 * Records what this device has done to the account's chats. Baileys makes an event of it where another device
 * does it, and none where its own does: so it is recorded here in the same words.
 */
export async function recordOwn(
  { deps, owner }: Actor,
  { me, groups }: Link,
  work: (scene: Scene) => Promise<NewEvent[]>,
): Promise<void> {
  const settings = await deps.settings.of(owner.id);
  await deps.record(owner.id, async (tx) => {
    const scene = {
      ...{ tx, instanceId: owner.id, instance: owner.name, me: me() },
      ...{ settings, membersOf: groups.size },
    };
    return { result: undefined, events: await work(scene) };
  });
}
