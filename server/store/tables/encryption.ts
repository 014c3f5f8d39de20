/** One row, that tells with which key everything is encrypted; none before anything is. */
export interface EncryptionTable {
  id: 1;
  key_id: string;
  /** Something sealed with the key: it opens with that key only. */
  proof: Uint8Array;
}
