// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  ArchiveChatBody,
  ArchiveChatResponse,
  Chat,
  Contact,
  DeleteMessageForEveryoneBody,
  FetchProfilePictureUrlBody,
  FindChatsBody,
  FindContactsBody,
  FindMessagesBody,
  FindMessagesResponse,
  FindStatusMessageBody,
  GetBase64FromMediaMessageBody,
  MarkChatUnreadBody,
  MarkChatUnreadResponse,
  MarkMessageAsReadBody,
  MarkMessageAsReadResponse,
  MediaContent,
  MessageRecord,
  NumberCheck,
  ProfilePictureUrl,
  SendPresenceBody,
  SendPresenceResponse,
  StatusMessage,
  StoredChat,
  UpdateBlockStatusBody,
  UpdateBlockStatusResponse,
  UpdateMessageBody,
  WhatsappNumbersBody,
} from '../models/index.ts';

export interface ArchiveChatInput {
  path: { instance: string };
  query: Record<string, never>;
  body: ArchiveChatBody;
}

export interface DeleteMessageForEveryoneInput {
  path: { instance: string };
  query: Record<string, never>;
  body: DeleteMessageForEveryoneBody;
}

export interface FetchProfilePictureUrlInput {
  path: { instance: string };
  query: Record<string, never>;
  body: FetchProfilePictureUrlBody | undefined;
}

export interface FindChatByRemoteJidInput {
  path: { instance: string };
  query: { remoteJid: string };
  body: undefined;
}

export interface FindChatsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: FindChatsBody | undefined;
}

export interface FindContactsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: FindContactsBody | undefined;
}

export interface FindMessagesInput {
  path: { instance: string };
  query: Record<string, never>;
  body: FindMessagesBody | undefined;
}

export interface FindStatusMessageInput {
  path: { instance: string };
  query: Record<string, never>;
  body: FindStatusMessageBody | undefined;
}

export interface GetBase64FromMediaMessageInput {
  path: { instance: string };
  query: Record<string, never>;
  body: GetBase64FromMediaMessageBody;
}

export interface MarkChatUnreadInput {
  path: { instance: string };
  query: Record<string, never>;
  body: MarkChatUnreadBody;
}

export interface MarkMessageAsReadInput {
  path: { instance: string };
  query: Record<string, never>;
  body: MarkMessageAsReadBody;
}

export interface SendPresenceInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendPresenceBody;
}

export interface UpdateBlockStatusInput {
  path: { instance: string };
  query: Record<string, never>;
  body: UpdateBlockStatusBody;
}

export interface UpdateMessageInput {
  path: { instance: string };
  query: Record<string, never>;
  body: UpdateMessageBody;
}

export interface WhatsappNumbersInput {
  path: { instance: string };
  query: Record<string, never>;
  body: WhatsappNumbersBody;
}

export interface ChatApi<Context> {
  /** POST /chat/archiveChat/{instance}: Archive a chat, or bring it back */
  archiveChat(input: ArchiveChatInput, ctx: Context): Promise<ArchiveChatResponse>;
  /** DELETE /chat/deleteMessageForEveryone/{instance}: Delete a message for everyone */
  deleteMessageForEveryone(input: DeleteMessageForEveryoneInput, ctx: Context): Promise<MessageRecord>;
  /** POST /chat/fetchProfilePictureUrl/{instance}: Tell where a profile picture is */
  fetchProfilePictureUrl(input: FetchProfilePictureUrlInput, ctx: Context): Promise<ProfilePictureUrl>;
  /** GET /chat/findChatByRemoteJid/{instance}: Tell one stored chat */
  findChatByRemoteJid(input: FindChatByRemoteJidInput, ctx: Context): Promise<StoredChat>;
  /** POST /chat/findChats/{instance}: Find stored chats */
  findChats(input: FindChatsInput, ctx: Context): Promise<Array<Chat>>;
  /** POST /chat/findContacts/{instance}: Find stored contacts */
  findContacts(input: FindContactsInput, ctx: Context): Promise<Array<Contact>>;
  /** POST /chat/findMessages/{instance}: Find stored messages */
  findMessages(input: FindMessagesInput, ctx: Context): Promise<FindMessagesResponse>;
  /** POST /chat/findStatusMessage/{instance}: Find the steps that messages went through */
  findStatusMessage(input: FindStatusMessageInput, ctx: Context): Promise<Array<StatusMessage>>;
  /** POST /chat/getBase64FromMediaMessage/{instance}: Fetch the media of a message */
  getBase64FromMediaMessage(input: GetBase64FromMediaMessageInput, ctx: Context): Promise<MediaContent>;
  /** POST /chat/markChatUnread/{instance}: Mark a chat as unread */
  markChatUnread(input: MarkChatUnreadInput, ctx: Context): Promise<MarkChatUnreadResponse>;
  /** POST /chat/markMessageAsRead/{instance}: Mark messages as read */
  markMessageAsRead(input: MarkMessageAsReadInput, ctx: Context): Promise<MarkMessageAsReadResponse>;
  /** POST /chat/sendPresence/{instance}: Show a chat that somebody is typing */
  sendPresence(input: SendPresenceInput, ctx: Context): Promise<SendPresenceResponse>;
  /** POST /chat/updateBlockStatus/{instance}: Block or unblock somebody */
  updateBlockStatus(input: UpdateBlockStatusInput, ctx: Context): Promise<UpdateBlockStatusResponse>;
  /** POST /chat/updateMessage/{instance}: Edit a message */
  updateMessage(input: UpdateMessageInput, ctx: Context): Promise<MessageRecord>;
  /** POST /chat/whatsappNumbers/{instance}: Tell which numbers are on WhatsApp */
  whatsappNumbers(input: WhatsappNumbersInput, ctx: Context): Promise<Array<NumberCheck>>;
}
