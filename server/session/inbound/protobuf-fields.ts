/** A field of an encoded protobuf message. Both are views of the message, not copies. */
export interface Field {
  number: number;
  /** With its tag. */
  whole: Buffer;
  /** Of a string, bytes or a message: what it holds. */
  value: Buffer;
}

/** Wire types (protobuf.dev/programming-guides/encoding). */
const [VARINT, FIXED_64, LENGTH_DELIMITED, FIXED_32] = [0, 1, 2, 5];

/**
 * The fields of a message one after the other, without decoding what they hold: a large one can be gone
 * through without ever being there as objects.
 *
 * @throws Error if it is none, or is cut off
 */
export function* fieldsOf(message: Buffer): Generator<Field> {
  for (let start = 0; start < message.length; ) {
    const tag = varint(message, start);
    const [from, end] = extent(message, tag.end, tag.value % 8);
    if (end > message.length) throw new Error('protobuf message is cut off');
    const [whole, value] = [message.subarray(start, end), message.subarray(from, end)];
    yield { number: Math.floor(tag.value / 8), whole, value };
    start = end;
  }
}

/** Where a value begins and ends. */
function extent(message: Buffer, at: number, wireType: number): [number, number] {
  switch (wireType) {
    case VARINT:
      return [at, varint(message, at).end];
    case FIXED_64:
      return [at, at + 8];
    case FIXED_32:
      return [at, at + 4];
    case LENGTH_DELIMITED: {
      const length = varint(message, at);
      return [length.end, length.end + length.value];
    }
    default:
      throw new Error(`protobuf wire type ${wireType} is not known`);
  }
}

/** Exact up to 53 bits, which is more than tags and lengths have. */
function varint(message: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let end = at, scale = 1; ; scale *= 128) {
    const byte = message[end++];
    if (byte === undefined) throw new Error('protobuf message is cut off');
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, end };
  }
}
