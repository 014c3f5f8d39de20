// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import { CallApi } from './apis/CallApi.ts';
import { ChatApi } from './apis/ChatApi.ts';
import { EventApi } from './apis/EventApi.ts';
import { GroupApi } from './apis/GroupApi.ts';
import { InformationApi } from './apis/InformationApi.ts';
import { InstanceApi } from './apis/InstanceApi.ts';
import { LabelApi } from './apis/LabelApi.ts';
import { MessageApi } from './apis/MessageApi.ts';
import { ProfileApi } from './apis/ProfileApi.ts';
import { ProxyApi } from './apis/ProxyApi.ts';
import { SettingsApi } from './apis/SettingsApi.ts';
import { WebhookApi } from './apis/WebhookApi.ts';
import { WebsocketApi } from './apis/WebsocketApi.ts';
import { type ClientOptions, Http } from './runtime.ts';

export * from './apis/index.ts';
export * from './models/index.ts';
export * from './runtime.ts';
export * from './webhook.ts';

/** Every operation of the gateway, grouped by the spec's tags. */
export class ZapgateClient {
  readonly call: CallApi;
  readonly chat: ChatApi;
  readonly event: EventApi;
  readonly group: GroupApi;
  readonly information: InformationApi;
  readonly instance: InstanceApi;
  readonly label: LabelApi;
  readonly message: MessageApi;
  readonly profile: ProfileApi;
  readonly proxy: ProxyApi;
  readonly settings: SettingsApi;
  readonly webhook: WebhookApi;
  readonly websocket: WebsocketApi;

  constructor(options: ClientOptions) {
    const http = new Http(options);
    this.call = new CallApi(http);
    this.chat = new ChatApi(http);
    this.event = new EventApi(http);
    this.group = new GroupApi(http);
    this.information = new InformationApi(http);
    this.instance = new InstanceApi(http);
    this.label = new LabelApi(http);
    this.message = new MessageApi(http);
    this.profile = new ProfileApi(http);
    this.proxy = new ProxyApi(http);
    this.settings = new SettingsApi(http);
    this.webhook = new WebhookApi(http);
    this.websocket = new WebsocketApi(http);
  }
}
