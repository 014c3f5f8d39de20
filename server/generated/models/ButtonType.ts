// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What a button does. `reply` answers with its `id`, `copy` copies `copyCode`, `url` opens `url`, `call` calls
`phoneNumber`, `pix` pays to `key`. All but `pix` show `displayText`.
 */
export const ButtonType = ['reply', 'copy', 'url', 'call', 'pix'] as const;
export type ButtonType = (typeof ButtonType)[number];
