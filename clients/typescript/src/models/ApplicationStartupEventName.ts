// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ApplicationStartupEventName = ['application.startup'] as const;
export type ApplicationStartupEventName = (typeof ApplicationStartupEventName)[number];
