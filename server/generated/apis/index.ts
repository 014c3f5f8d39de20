// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { CallApi } from './CallApi.ts';
import type { ChatApi } from './ChatApi.ts';
import type { EventApi } from './EventApi.ts';
import type { GroupApi } from './GroupApi.ts';
import type { InformationApi } from './InformationApi.ts';
import type { InstanceApi } from './InstanceApi.ts';
import type { LabelApi } from './LabelApi.ts';
import type { MessageApi } from './MessageApi.ts';
import type { ProfileApi } from './ProfileApi.ts';
import type { ProxyApi } from './ProxyApi.ts';
import type { SettingsApi } from './SettingsApi.ts';
import type { WebhookApi } from './WebhookApi.ts';
import type { WebsocketApi } from './WebsocketApi.ts';

export type * from './CallApi.ts';
export type * from './ChatApi.ts';
export type * from './EventApi.ts';
export type * from './GroupApi.ts';
export type * from './InformationApi.ts';
export type * from './InstanceApi.ts';
export type * from './LabelApi.ts';
export type * from './MessageApi.ts';
export type * from './ProfileApi.ts';
export type * from './ProxyApi.ts';
export type * from './SettingsApi.ts';
export type * from './WebhookApi.ts';
export type * from './WebsocketApi.ts';

/** Every operation of the spec with the handler it needs. */
export type Handlers<Context> = CallApi<Context> &
  ChatApi<Context> &
  EventApi<Context> &
  GroupApi<Context> &
  InformationApi<Context> &
  InstanceApi<Context> &
  LabelApi<Context> &
  MessageApi<Context> &
  ProfileApi<Context> &
  ProxyApi<Context> &
  SettingsApi<Context> &
  WebhookApi<Context> &
  WebsocketApi<Context>;

export type OperationId = keyof Handlers<unknown>;

export interface Operation {
  readonly operationId: OperationId;
  readonly tag: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The success status. */
  readonly status: number;
  /** Who may call it: anybody, the holder of a key for the instance in its path, or of the global key only. */
  readonly access: 'public' | 'key' | 'global';
}

export const operations: readonly Operation[] = [
  {
    operationId: 'offerCall',
    tag: 'call',
    method: 'POST',
    path: '/call/offer/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'archiveChat',
    tag: 'chat',
    method: 'POST',
    path: '/chat/archiveChat/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'deleteMessageForEveryone',
    tag: 'chat',
    method: 'DELETE',
    path: '/chat/deleteMessageForEveryone/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'fetchProfilePictureUrl',
    tag: 'chat',
    method: 'POST',
    path: '/chat/fetchProfilePictureUrl/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findChatByRemoteJid',
    tag: 'chat',
    method: 'GET',
    path: '/chat/findChatByRemoteJid/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findChats',
    tag: 'chat',
    method: 'POST',
    path: '/chat/findChats/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findContacts',
    tag: 'chat',
    method: 'POST',
    path: '/chat/findContacts/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findMessages',
    tag: 'chat',
    method: 'POST',
    path: '/chat/findMessages/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findStatusMessage',
    tag: 'chat',
    method: 'POST',
    path: '/chat/findStatusMessage/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'getBase64FromMediaMessage',
    tag: 'chat',
    method: 'POST',
    path: '/chat/getBase64FromMediaMessage/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'markChatUnread',
    tag: 'chat',
    method: 'POST',
    path: '/chat/markChatUnread/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'markMessageAsRead',
    tag: 'chat',
    method: 'POST',
    path: '/chat/markMessageAsRead/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendPresence',
    tag: 'chat',
    method: 'POST',
    path: '/chat/sendPresence/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'updateBlockStatus',
    tag: 'chat',
    method: 'POST',
    path: '/chat/updateBlockStatus/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'updateMessage',
    tag: 'chat',
    method: 'POST',
    path: '/chat/updateMessage/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'whatsappNumbers',
    tag: 'chat',
    method: 'POST',
    path: '/chat/whatsappNumbers/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findDelivery',
    tag: 'event',
    method: 'GET',
    path: '/event/delivery/{instance}/{deliveryId}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'listDeadLetters',
    tag: 'event',
    method: 'GET',
    path: '/event/deadLetters/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'listDeliveries',
    tag: 'event',
    method: 'GET',
    path: '/event/deliveries/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'replayEvents',
    tag: 'event',
    method: 'POST',
    path: '/event/replay/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'requeueDeadLetters',
    tag: 'event',
    method: 'POST',
    path: '/event/requeue/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'retryDelivery',
    tag: 'event',
    method: 'POST',
    path: '/event/retry/{instance}/{deliveryId}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendTestEvent',
    tag: 'event',
    method: 'POST',
    path: '/event/test/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'acceptInviteCode',
    tag: 'group',
    method: 'GET',
    path: '/group/acceptInviteCode/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'createGroup',
    tag: 'group',
    method: 'POST',
    path: '/group/create/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'fetchAllGroups',
    tag: 'group',
    method: 'GET',
    path: '/group/fetchAllGroups/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'fetchInviteCode',
    tag: 'group',
    method: 'GET',
    path: '/group/inviteCode/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findGroupInfos',
    tag: 'group',
    method: 'GET',
    path: '/group/findGroupInfos/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findParticipants',
    tag: 'group',
    method: 'GET',
    path: '/group/participants/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'inviteInfo',
    tag: 'group',
    method: 'GET',
    path: '/group/inviteInfo/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'leaveGroup',
    tag: 'group',
    method: 'DELETE',
    path: '/group/leaveGroup/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'revokeInviteCode',
    tag: 'group',
    method: 'POST',
    path: '/group/revokeInviteCode/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendInvite',
    tag: 'group',
    method: 'POST',
    path: '/group/sendInvite/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'toggleEphemeral',
    tag: 'group',
    method: 'POST',
    path: '/group/toggleEphemeral/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'updateGroupDescription',
    tag: 'group',
    method: 'POST',
    path: '/group/updateGroupDescription/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'updateGroupPicture',
    tag: 'group',
    method: 'POST',
    path: '/group/updateGroupPicture/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'updateGroupSetting',
    tag: 'group',
    method: 'POST',
    path: '/group/updateSetting/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'updateGroupSubject',
    tag: 'group',
    method: 'POST',
    path: '/group/updateGroupSubject/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'updateParticipant',
    tag: 'group',
    method: 'POST',
    path: '/group/updateParticipant/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'getInformation',
    tag: 'information',
    method: 'GET',
    path: '/',
    status: 200,
    access: 'public',
  },
  {
    operationId: 'verifyCredentials',
    tag: 'information',
    method: 'POST',
    path: '/verify-creds',
    status: 200,
    access: 'global',
  },
  {
    operationId: 'connectInstance',
    tag: 'instance',
    method: 'GET',
    path: '/instance/connect/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'connectionState',
    tag: 'instance',
    method: 'GET',
    path: '/instance/connectionState/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'createInstance',
    tag: 'instance',
    method: 'POST',
    path: '/instance/create',
    status: 201,
    access: 'global',
  },
  {
    operationId: 'deleteInstance',
    tag: 'instance',
    method: 'DELETE',
    path: '/instance/delete/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'fetchInstances',
    tag: 'instance',
    method: 'GET',
    path: '/instance/fetchInstances',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'logoutInstance',
    tag: 'instance',
    method: 'DELETE',
    path: '/instance/logout/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'restartInstance',
    tag: 'instance',
    method: 'POST',
    path: '/instance/restart/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'setPresence',
    tag: 'instance',
    method: 'POST',
    path: '/instance/setPresence/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'findLabels',
    tag: 'label',
    method: 'GET',
    path: '/label/findLabels/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'handleLabel',
    tag: 'label',
    method: 'POST',
    path: '/label/handleLabel/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'sendButtons',
    tag: 'message',
    method: 'POST',
    path: '/message/sendButtons/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendContact',
    tag: 'message',
    method: 'POST',
    path: '/message/sendContact/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendList',
    tag: 'message',
    method: 'POST',
    path: '/message/sendList/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendLocation',
    tag: 'message',
    method: 'POST',
    path: '/message/sendLocation/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendMedia',
    tag: 'message',
    method: 'POST',
    path: '/message/sendMedia/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendPoll',
    tag: 'message',
    method: 'POST',
    path: '/message/sendPoll/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendPtv',
    tag: 'message',
    method: 'POST',
    path: '/message/sendPtv/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendReaction',
    tag: 'message',
    method: 'POST',
    path: '/message/sendReaction/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendStatus',
    tag: 'message',
    method: 'POST',
    path: '/message/sendStatus/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendSticker',
    tag: 'message',
    method: 'POST',
    path: '/message/sendSticker/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendTemplate',
    tag: 'message',
    method: 'POST',
    path: '/message/sendTemplate/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendText',
    tag: 'message',
    method: 'POST',
    path: '/message/sendText/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'sendWhatsAppAudio',
    tag: 'message',
    method: 'POST',
    path: '/message/sendWhatsAppAudio/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'fetchBusinessProfile',
    tag: 'profile',
    method: 'POST',
    path: '/chat/fetchBusinessProfile/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'fetchPrivacySettings',
    tag: 'profile',
    method: 'GET',
    path: '/chat/fetchPrivacySettings/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'fetchProfile',
    tag: 'profile',
    method: 'POST',
    path: '/chat/fetchProfile/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'removeProfilePicture',
    tag: 'profile',
    method: 'DELETE',
    path: '/chat/removeProfilePicture/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'updatePrivacySettings',
    tag: 'profile',
    method: 'POST',
    path: '/chat/updatePrivacySettings/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'updateProfileName',
    tag: 'profile',
    method: 'POST',
    path: '/chat/updateProfileName/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'updateProfilePicture',
    tag: 'profile',
    method: 'POST',
    path: '/chat/updateProfilePicture/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'updateProfileStatus',
    tag: 'profile',
    method: 'POST',
    path: '/chat/updateProfileStatus/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'findProxy',
    tag: 'proxy',
    method: 'GET',
    path: '/proxy/find/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'setProxy',
    tag: 'proxy',
    method: 'POST',
    path: '/proxy/set/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'findSettings',
    tag: 'settings',
    method: 'GET',
    path: '/settings/find/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'setSettings',
    tag: 'settings',
    method: 'POST',
    path: '/settings/set/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'findWebhook',
    tag: 'webhook',
    method: 'GET',
    path: '/webhook/find/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'setWebhook',
    tag: 'webhook',
    method: 'POST',
    path: '/webhook/set/{instance}',
    status: 201,
    access: 'key',
  },
  {
    operationId: 'findWebsocket',
    tag: 'websocket',
    method: 'GET',
    path: '/websocket/find/{instance}',
    status: 200,
    access: 'key',
  },
  {
    operationId: 'setWebsocket',
    tag: 'websocket',
    method: 'POST',
    path: '/websocket/set/{instance}',
    status: 201,
    access: 'key',
  },
];
