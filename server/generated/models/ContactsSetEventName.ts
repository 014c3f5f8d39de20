// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ContactsSetEventName = ['contacts.set'] as const;
export type ContactsSetEventName = (typeof ContactsSetEventName)[number];
