import type { NewEvent } from '../events/types.ts';
import { learn } from './identity.ts';
import { onCalls } from './inbound/calls.ts';
import { onChatDeletes, onChats, onChatUpdates } from './inbound/chats.ts';
import { onContacts, onContactUpdates } from './inbound/contacts.ts';
import { decryptedMessage } from './inbound/decrypted.ts';
import { onGroups, onGroupUpdates, onParticipants } from './inbound/groups.ts';
import { onLabel, onLabelAssociation } from './inbound/labels.ts';
import { onMessages, recordMessage } from './inbound/message.ts';
import { isWanted, keepPart, openedNotice } from './inbound/past-notice.ts';
import type { Past } from './inbound/past-parts.ts';
import { onPresence } from './inbound/presence.ts';
import { onReceipts } from './inbound/receipt.ts';
import { type Handle, type InboundOptions, inScene, type Scene } from './inbound/scene.ts';
import { onUpdates } from './inbound/status.ts';
import { createTold } from './inbound/told.ts';
import type { Commit } from './keys/sealed-keys.ts';
import type { SocketEvents } from './socket.ts';

/** Records what comes from WhatsApp: each message once, however often it is delivered. */
export interface Inbound {
  /** Writes Signal keys; if they belong to a decryption, its message is recorded in the same transaction. */
  commitKeys: Commit;
  /** A batch of Baileys' events, in one transaction. */
  events(batch: SocketEvents): Promise<void>;
}

type Handlers = { [Name in keyof SocketEvents]: Handle<Name> };

/** In the order in which a batch is recorded: who is who first, and messages before what is said of them. */
const HANDLERS: Handlers = {
  'lid-mapping.update': async ({ tx, instanceId }, { lid, pn }) => {
    await learn(tx, instanceId, [[lid, pn]]);
    return [];
  },
  'groups.upsert': onGroups,
  'chats.upsert': onChats,
  'contacts.upsert': onContacts,
  'messages.upsert': onMessages,
  'messages.update': onUpdates,
  'message-receipt.update': onReceipts,
  'contacts.update': onContactUpdates,
  'chats.update': onChatUpdates,
  'chats.delete': onChatDeletes,
  'groups.update': onGroupUpdates,
  'group-participants.update': onParticipants,
  'presence.update': onPresence,
  'labels.edit': onLabel,
  'labels.association': onLabelAssociation,
  call: onCalls,
};

const HANDLED = Object.keys(HANDLERS) as (keyof Handlers)[];

export function createInbound(options: InboundOptions, past: Past): Inbound {
  const told = createTold();
  return {
    async commitKeys(write) {
      const message = decryptedMessage(options);
      const notice = openedNotice(options);
      await inScene(options, async (scene) => {
        await write(scene.tx);
        if (notice && isWanted(notice.notification, scene.settings)) await keepPart(scene, notice);
        return message ? recordMessage(scene, message) : [];
      });
      if (message) told.message(message);
      if (notice) past.came(notice.notification);
    },
    async events(all) {
      const batch = told.news(all);
      const names = HANDLED.filter((name) => batch[name] !== undefined);
      if (names.length === 0) return;
      await past.opened();
      await inScene(options, async (scene) => {
        const events: NewEvent[] = [];
        for (const name of names) events.push(...(await handle(scene, name, batch)));
        return events;
      });
      told.batch(batch);
    },
  };
}

async function handle<Name extends keyof Handlers>(
  scene: Scene,
  name: Name,
  batch: SocketEvents,
): Promise<NewEvent[]> {
  const event = batch[name];
  return event === undefined ? [] : ((await HANDLERS[name]?.(scene, event)) ?? []);
}
