// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `pending`: not sent yet, or sent again until it is taken. `delivered`: taken. `dead`: given up, because the
webhook refused it for good or did not take it in time.
 */
export const DeliveryState = ['pending', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DeliveryState)[number];
