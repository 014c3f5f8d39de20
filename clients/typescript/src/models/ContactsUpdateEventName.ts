// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ContactsUpdateEventName = ['contacts.update'] as const;
export type ContactsUpdateEventName = (typeof ContactsUpdateEventName)[number];
