// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The engine behind an instance. There is one, WhatsApp Web. */
export const Integration = ['WHATSAPP-BAILEYS'] as const;
export type Integration = (typeof Integration)[number];
