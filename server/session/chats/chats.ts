import type {
  ArchiveChatBody,
  DeleteMessageForEveryoneBody,
  HandleLabelBody,
  MarkChatUnreadBody,
  MessageRecord,
  MessageReference,
  NumberCheck,
  ProfilePictureUrl,
  SendPresenceBody,
  UpdateBlockStatusBody,
  UpdateMessageBody,
} from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import type { AppState } from '../app-state.ts';
import { changeLabel } from '../labels.ts';
import { checkNumbers } from '../number-checks.ts';
import { fetchPictureUrl } from '../profile/fetch.ts';
import { setBlocked } from './block.ts';
import { deleteForEveryone } from './delete.ts';
import { editMessage } from './edit.ts';
import { showPresence } from './presence.ts';
import { markMessagesRead } from './read.ts';
import { archiveChat, markChatUnread } from './state.ts';

/** What an account does in its chats beside sending. */
export interface Chats {
  /** Which of these are on WhatsApp: one row for each, in their order. */
  checkNumbers(inputs: string[]): Promise<NumberCheck[]>;
  markRead(messages: MessageReference[]): Promise<void>;
  /** Gives the chat's JID. */
  markUnread(body: MarkChatUnreadBody): Promise<string>;
  /** Gives the chat's JID. */
  archive(body: ArchiveChatBody): Promise<string>;
  deleteForEveryone(body: DeleteMessageForEveryoneBody): Promise<MessageRecord>;
  edit(body: UpdateMessageBody): Promise<MessageRecord>;
  showPresence(body: SendPresenceBody): Promise<void>;
  setBlocked(body: UpdateBlockStatusBody): Promise<void>;
  pictureUrl(number: string | undefined): Promise<ProfilePictureUrl>;
  /** Puts a label on a chat or takes it off. Gives the chat's JID. */
  changeLabel(body: HandleLabelBody): Promise<string>;
}

export function createChats(actor: Actor, appState: AppState): Chats {
  return {
    checkNumbers: (inputs) => checkNumbers(actor, inputs),
    markRead: (messages) => markMessagesRead(actor, messages),
    markUnread: (body) => markChatUnread(actor, appState, body),
    archive: (body) => archiveChat(actor, appState, body),
    deleteForEveryone: (body) => deleteForEveryone(actor, body),
    edit: (body) => editMessage(actor, body),
    showPresence: (body) => showPresence(actor, body),
    setBlocked: (body) => setBlocked(actor, body),
    pictureUrl: (number) => fetchPictureUrl(actor, number),
    changeLabel: (body) => changeLabel(actor, appState, body),
  };
}
