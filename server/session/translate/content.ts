import { proto, type WAMessageContent } from '@whiskeysockets/baileys';

/** A message's content in the spec's words: its type, the JSON of it, and what it refers to. */
export interface Content {
  messageType: string;
  message: Record<string, unknown>;
  contextInfo: Record<string, unknown> | null;
}

/** Parts of a content that accompany it and do not name its type. */
const COMPANIONS = ['senderKeyDistributionMessage', 'messageContextInfo'];

/**
 * The content as the contract normalises it (wire-contract 6.2): a text is always `conversation`, a document
 * with a caption is a `documentMessage`; bytes are base64, times numbers, other 64-bit numbers
 * decimal strings, enums their names.
 */
export function toContent(content: WAMessageContent): Content {
  const json = proto.Message.toObject(proto.Message.fromObject(content), {
    bytes: String,
    longs: String,
    enums: String,
  });
  const { message, contextInfo } = normalise(withNumbers(json) as Json);
  return { messageType: typeOf(message), message, contextInfo };
}

/** The name of the content: the key that carries it. */
export function typeOf(message: Record<string, unknown>): string {
  const names = Object.keys(message).filter((name) => !COMPANIONS.includes(name));
  return names.find((name) => name === 'conversation' || name.includes('Message')) ?? 'unknown';
}

type Json = Record<string, unknown>;

/** Points in time are integers; other 64-bit numbers stay decimal strings (wire-contract 1.6). */
function withNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name.endsWith('Timestamp') && typeof inner === 'string' ? Number(inner) : withNumbers(inner),
    ]),
  );
}

function normalise(json: Json): { message: Json; contextInfo: Json | null } {
  const { extendedTextMessage, documentWithCaptionMessage, ...rest } = json;
  const document = (documentWithCaptionMessage as { message?: Json } | undefined)?.message?.documentMessage;
  if (document) return withContext({ documentMessage: document, ...rest });
  const text = extendedTextMessage as { text?: string; contextInfo?: Json } | undefined;
  if (text === undefined) return withContext(rest);
  return { message: { conversation: text.text ?? '', ...rest }, contextInfo: quoted(text.contextInfo) };
}

function withContext(message: Json): { message: Json; contextInfo: Json | null } {
  const inner = message[typeOf(message)] as { contextInfo?: Json } | string | undefined;
  return { message, contextInfo: quoted(typeof inner === 'object' ? inner.contextInfo : undefined) };
}

/** A quoted message follows the same rules as the message itself. */
function quoted(contextInfo: Json | undefined): Json | null {
  if (!contextInfo) return null;
  const { quotedMessage } = contextInfo;
  if (!quotedMessage) return contextInfo;
  return { ...contextInfo, quotedMessage: normalise(quotedMessage as Json).message };
}
