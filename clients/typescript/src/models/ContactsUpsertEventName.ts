// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ContactsUpsertEventName = ['contacts.upsert'] as const;
export type ContactsUpsertEventName = (typeof ContactsUpsertEventName)[number];
