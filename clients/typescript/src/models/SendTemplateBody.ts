// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A template of the Cloud API and whom it is for. */
export interface SendTemplateBody {
  /** A phone number with its country code, in any notation, or the JID of a person or group. */
  number: string;
  /** Name of the template. */
  name: string;
  /** Its language, such as `en_US`. */
  language: string;
  /** What is filled into the template. */
  components?: Array<{ [key: string]: unknown }>;
}
