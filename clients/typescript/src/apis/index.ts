// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

export * from './CallApi.ts';
export * from './ChatApi.ts';
export * from './EventApi.ts';
export * from './GroupApi.ts';
export * from './InformationApi.ts';
export * from './InstanceApi.ts';
export * from './LabelApi.ts';
export * from './MessageApi.ts';
export * from './ProfileApi.ts';
export * from './ProxyApi.ts';
export * from './SettingsApi.ts';
export * from './WebhookApi.ts';
export * from './WebsocketApi.ts';
