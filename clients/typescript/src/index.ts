// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import { ChatApi } from './apis/ChatApi.ts';
import { InformationApi } from './apis/InformationApi.ts';
import { InstanceApi } from './apis/InstanceApi.ts';
import { MessageApi } from './apis/MessageApi.ts';
import { SettingsApi } from './apis/SettingsApi.ts';
import { WebhookApi } from './apis/WebhookApi.ts';
import { WebsocketApi } from './apis/WebsocketApi.ts';
import { type ClientOptions, Http } from './runtime.ts';

export * from './apis/index.ts';
export * from './models/index.ts';
export * from './runtime.ts';

/** Every operation of the gateway, grouped by the spec's tags. */
export class ZapgateClient {
  readonly chat: ChatApi;
  readonly information: InformationApi;
  readonly instance: InstanceApi;
  readonly message: MessageApi;
  readonly settings: SettingsApi;
  readonly webhook: WebhookApi;
  readonly websocket: WebsocketApi;

  constructor(options: ClientOptions) {
    const http = new Http(options);
    this.chat = new ChatApi(http);
    this.information = new InformationApi(http);
    this.instance = new InstanceApi(http);
    this.message = new MessageApi(http);
    this.settings = new SettingsApi(http);
    this.webhook = new WebhookApi(http);
    this.websocket = new WebsocketApi(http);
  }
}
