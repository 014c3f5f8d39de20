// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What somebody shows of themselves. */
export interface Profile {
  /** Their JID. */
  wuid: string;
  /** Their name, where it is known. */
  name: string | null;
  /** Always true. */
  numberExists: boolean;
  /** Address of the picture. Null where there is none to see. */
  picture: string | null;
  /** The text under the name. Null where there is none to see. */
  status: string | null;
  /** Whether it is the account of a business. The next three are null else. */
  isBusiness: boolean;
  email: string | null;
  description: string | null;
  /** The first of its web addresses. */
  website: string | null;
}
