// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A label. */
export interface LabelsEditData {
  /** Its id on WhatsApp. */
  id: string;
  /** What it says. */
  name: string;
  /** Number of one of 20 colours. */
  color: number;
  /** Whether there is no such label any more. */
  deleted: boolean;
  /** Its id among the labels that every account has. */
  predefinedId: string | null;
  /** Name of the instance. */
  instance: string;
}
