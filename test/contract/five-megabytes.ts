/** More than any field takes but media, and less than the limit of a body. */
export const FIVE_MEGABYTES = 'x'.repeat(5 * 1024 ** 2);
