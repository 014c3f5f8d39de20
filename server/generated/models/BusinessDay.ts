// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** When a business is open on one day of the week. */
export interface BusinessDay {
  /** Such as `mon`. */
  day_of_week: string;
  /** `open_24h`, `appointment_only` or `specific_hours`. */
  mode: string;
  /** Minutes since midnight. */
  open_time?: string;
  /** Minutes since midnight. */
  close_time?: string;
}
