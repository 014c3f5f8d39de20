// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Whether WhatsApp addressed the chat by phone number (`pn`) or by hidden id (`lid`). */
export const AddressingMode = ['pn', 'lid'] as const;
export type AddressingMode = (typeof AddressingMode)[number];
