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
import type { Http } from '../runtime.ts';

export interface ArchiveChatParams {
  instance: string;
  body: ArchiveChatBody;
}

export interface DeleteMessageForEveryoneParams {
  instance: string;
  body: DeleteMessageForEveryoneBody;
}

export interface FetchProfilePictureUrlParams {
  instance: string;
  body?: FetchProfilePictureUrlBody;
}

export interface FindChatByRemoteJidParams {
  instance: string;
  remoteJid: string;
}

export interface FindChatsParams {
  instance: string;
  body?: FindChatsBody;
}

export interface FindContactsParams {
  instance: string;
  body?: FindContactsBody;
}

export interface FindMessagesParams {
  instance: string;
  body?: FindMessagesBody;
}

export interface FindStatusMessageParams {
  instance: string;
  body?: FindStatusMessageBody;
}

export interface GetBase64FromMediaMessageParams {
  instance: string;
  body: GetBase64FromMediaMessageBody;
}

export interface MarkChatUnreadParams {
  instance: string;
  body: MarkChatUnreadBody;
}

export interface MarkMessageAsReadParams {
  instance: string;
  body: MarkMessageAsReadBody;
}

export interface SendPresenceParams {
  instance: string;
  body: SendPresenceBody;
}

export interface UpdateBlockStatusParams {
  instance: string;
  body: UpdateBlockStatusBody;
}

export interface UpdateMessageParams {
  instance: string;
  body: UpdateMessageBody;
}

export interface WhatsappNumbersParams {
  instance: string;
  body: WhatsappNumbersBody;
}

export class ChatApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Archive a chat, or bring it back. POST /chat/archiveChat/{instance} */
  archiveChat(params: ArchiveChatParams, signal?: AbortSignal): Promise<ArchiveChatResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/archiveChat/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Delete a message for everyone. DELETE /chat/deleteMessageForEveryone/{instance} */
  deleteMessageForEveryone(
    params: DeleteMessageForEveryoneParams,
    signal?: AbortSignal,
  ): Promise<MessageRecord> {
    return this.#http.request({
      method: 'DELETE',
      path: '/chat/deleteMessageForEveryone/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Tell where a profile picture is. POST /chat/fetchProfilePictureUrl/{instance} */
  fetchProfilePictureUrl(
    params: FetchProfilePictureUrlParams,
    signal?: AbortSignal,
  ): Promise<ProfilePictureUrl> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/fetchProfilePictureUrl/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Tell one stored chat. GET /chat/findChatByRemoteJid/{instance} */
  findChatByRemoteJid(params: FindChatByRemoteJidParams, signal?: AbortSignal): Promise<StoredChat> {
    return this.#http.request({
      method: 'GET',
      path: '/chat/findChatByRemoteJid/{instance}',
      params: { instance: params.instance },
      query: { remoteJid: params.remoteJid },
      signal,
    });
  }

  /** Find stored chats. POST /chat/findChats/{instance} */
  findChats(params: FindChatsParams, signal?: AbortSignal): Promise<Array<Chat>> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/findChats/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Find stored contacts. POST /chat/findContacts/{instance} */
  findContacts(params: FindContactsParams, signal?: AbortSignal): Promise<Array<Contact>> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/findContacts/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Find stored messages. POST /chat/findMessages/{instance} */
  findMessages(params: FindMessagesParams, signal?: AbortSignal): Promise<FindMessagesResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/findMessages/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Find the steps that messages went through. POST /chat/findStatusMessage/{instance} */
  findStatusMessage(params: FindStatusMessageParams, signal?: AbortSignal): Promise<Array<StatusMessage>> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/findStatusMessage/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Fetch the media of a message. POST /chat/getBase64FromMediaMessage/{instance} */
  getBase64FromMediaMessage(
    params: GetBase64FromMediaMessageParams,
    signal?: AbortSignal,
  ): Promise<MediaContent> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/getBase64FromMediaMessage/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Mark a chat as unread. POST /chat/markChatUnread/{instance} */
  markChatUnread(params: MarkChatUnreadParams, signal?: AbortSignal): Promise<MarkChatUnreadResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/markChatUnread/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Mark messages as read. POST /chat/markMessageAsRead/{instance} */
  markMessageAsRead(
    params: MarkMessageAsReadParams,
    signal?: AbortSignal,
  ): Promise<MarkMessageAsReadResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/markMessageAsRead/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Show a chat that somebody is typing. POST /chat/sendPresence/{instance} */
  sendPresence(params: SendPresenceParams, signal?: AbortSignal): Promise<SendPresenceResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/sendPresence/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Block or unblock somebody. POST /chat/updateBlockStatus/{instance} */
  updateBlockStatus(
    params: UpdateBlockStatusParams,
    signal?: AbortSignal,
  ): Promise<UpdateBlockStatusResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/updateBlockStatus/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Edit a message. POST /chat/updateMessage/{instance} */
  updateMessage(params: UpdateMessageParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/updateMessage/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Tell which numbers are on WhatsApp. POST /chat/whatsappNumbers/{instance} */
  whatsappNumbers(params: WhatsappNumbersParams, signal?: AbortSignal): Promise<Array<NumberCheck>> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/whatsappNumbers/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
