/** The signature; with one bit of it wrong while a fault demands that. */
export function signedFor(isForged: boolean, signature: Uint8Array): Buffer {
  const bytes = Buffer.from(signature);
  if (isForged) bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  return bytes;
}
