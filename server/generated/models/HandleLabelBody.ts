// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { LabelAction } from './index.ts';

/** A chat, a label and what to do with them. */
export interface HandleLabelBody {
  /** A phone number with its country code, in any notation, or the JID of a person or group. */
  number: string;
  /** Id of the label, as `findLabels` shows it. */
  labelId: string;
  action: LabelAction;
}
