// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const LabelsEditEventName = ['labels.edit'] as const;
export type LabelsEditEventName = (typeof LabelsEditEventName)[number];
