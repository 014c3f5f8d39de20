// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What kind of key a PIX payment goes to. */
export const PixKeyType = ['phone', 'email', 'cpf', 'cnpj', 'random'] as const;
export type PixKeyType = (typeof PixKeyType)[number];
