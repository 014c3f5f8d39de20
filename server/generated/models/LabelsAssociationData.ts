// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { LabelAction } from './index.ts';

/** A label and the chat that it was put on or taken off. */
export interface LabelsAssociationData {
  /** Name of the instance. */
  instance: string;
  type: LabelAction;
  /** JID of the chat. */
  chatId: string;
  /** Id of the label. */
  labelId: string;
}
