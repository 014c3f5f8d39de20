// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `contact`: a person with a chat or in the address book. `group_member`: one known from a group only.
 */
export const ContactType = ['group', 'contact', 'group_member'] as const;
export type ContactType = (typeof ContactType)[number];
