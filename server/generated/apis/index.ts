// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ChatApi } from './ChatApi.ts';
import type { InformationApi } from './InformationApi.ts';
import type { InstanceApi } from './InstanceApi.ts';
import type { MessageApi } from './MessageApi.ts';
import type { SettingsApi } from './SettingsApi.ts';
import type { WebhookApi } from './WebhookApi.ts';
import type { WebsocketApi } from './WebsocketApi.ts';

export type * from './ChatApi.ts';
export type * from './InformationApi.ts';
export type * from './InstanceApi.ts';
export type * from './MessageApi.ts';
export type * from './SettingsApi.ts';
export type * from './WebhookApi.ts';
export type * from './WebsocketApi.ts';

/** Every operation of the spec with the handler it needs. */
export type Handlers<Context> = ChatApi<Context> &
  InformationApi<Context> &
  InstanceApi<Context> &
  MessageApi<Context> &
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
    operationId: 'findMessages',
    tag: 'chat',
    method: 'POST',
    path: '/chat/findMessages/{instance}',
    status: 200,
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
    operationId: 'sendText',
    tag: 'message',
    method: 'POST',
    path: '/message/sendText/{instance}',
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
