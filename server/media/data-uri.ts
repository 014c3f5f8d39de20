/** What stands before the data of a data URI. */
export interface DataUriHead {
  /** Empty if it does not say. */
  mimetype: string;
  isBase64: boolean;
  /** Characters up to the data. */
  length: number;
}

const HEAD = /^data:([^;,]*)((?:;[^;,]*)*),/i;
const LONGEST_HEAD = 1_000;

/** The head of a data URI (RFC 2397); undefined for any other text. */
export function dataUriHead(text: string): DataUriHead | undefined {
  const found = HEAD.exec(text.slice(0, LONGEST_HEAD));
  if (!found) return undefined;
  const [head, mimetype = '', parameters = ''] = found;
  return { mimetype, isBase64: /;base64$/i.test(parameters), length: head.length };
}
