// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const LabelsAssociationEventName = ['labels.association'] as const;
export type LabelsAssociationEventName = (typeof LabelsAssociationEventName)[number];
