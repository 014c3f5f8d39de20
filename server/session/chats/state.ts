import type { ArchiveChatBody, MarkChatUnreadBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import type { AppState } from '../app-state.ts';
import { ask } from '../ask.ts';
import { onChatUpdates } from '../inbound/chats.ts';
import { recordOwn } from '../record-own.ts';
import { chatEnd } from './chat-end.ts';

/** Baileys' number of unread messages in a chat that was marked as unread. */
const MARKED_UNREAD = -1;

/** Marks the chat as unread, as its user does on the phone. Gives the chat's JID. */
export function markChatUnread(actor: Actor, appState: AppState, body: MarkChatUnreadBody): Promise<string> {
  return ask(actor, 'An error occurred while marking unread the chat', async (link) => {
    const { jid, lastMessages } = await chatEnd(actor, link, body);
    await appState(link.socket, 'regular_low', { markRead: false, lastMessages }, jid);
    const update = { id: jid, unreadCount: MARKED_UNREAD };
    await recordOwn(actor, link, (scene) => onChatUpdates(scene, [update]));
    return jid;
  });
}

/** Archives the chat or brings it back. Gives the chat's JID. */
export function archiveChat(actor: Actor, appState: AppState, body: ArchiveChatBody): Promise<string> {
  const { archive } = body;
  const failure = `An error occurred while ${archive ? 'archiving' : 'unarchiving'} the chat`;
  return ask(actor, failure, async (link) => {
    const { jid, lastMessages } = await chatEnd(actor, link, body);
    await appState(link.socket, 'regular_low', { archive, lastMessages }, jid);
    await recordOwn(actor, link, (scene) => onChatUpdates(scene, [{ id: jid, archived: archive }]));
    return jid;
  });
}
