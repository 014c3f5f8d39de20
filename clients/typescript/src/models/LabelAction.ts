// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Put the label on the chat or take it off. */
export const LabelAction = ['add', 'remove'] as const;
export type LabelAction = (typeof LabelAction)[number];
