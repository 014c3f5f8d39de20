// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

export * from './ChatApi.ts';
export * from './InformationApi.ts';
export * from './InstanceApi.ts';
export * from './MessageApi.ts';
export * from './SettingsApi.ts';
export * from './WebhookApi.ts';
export * from './WebsocketApi.ts';
