// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The webhook as it was stored. Empty where none was given. */
export interface CreatedWebhook {
  webhookUrl?: string;
  /** Headers that every delivery carries. `jwt_key` is special: it is not sent, its value signs a token that goes
out as `Authorization: Bearer`.
 */
  webhookHeaders?: { [key: string]: string };
  webhookByEvents?: boolean;
  webhookBase64?: boolean;
}
