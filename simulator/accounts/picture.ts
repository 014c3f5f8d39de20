/** A profile or group picture. The image itself is on the media host. */
export type Picture = {
  readonly id: string;
  /** Where the media host has it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
};
