// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** One contact to send. */
export interface ContactCard {
  /** The name. */
  fullName: string;
  /** The number as it is shown. */
  phoneNumber: string;
  /** The number by which WhatsApp knows it. Left out, it is made of the digits of `phoneNumber`. */
  wuid?: string;
  /** Where the person works. */
  organization?: string;
  /** An e-mail address. */
  email?: string;
  /** A web address. */
  url?: string;
}
