import { HttpError } from '../errors.ts';
import type { MediaFile } from '../media/source.ts';

/** What a request carries. */
export interface RequestBody {
  fields: unknown;
  /** A file that came with them. */
  file?: MediaFile;
}

export const tooLarge = (limit: number) =>
  new HttpError(413, [`The body is larger than the limit of ${limit} bytes`]);
