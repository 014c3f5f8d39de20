import { randomBytes } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { type BinaryNode, decodeDecompressedBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys';
import * as dictionary from '@whiskeysockets/baileys/lib/WABinary/constants.js';

export type { BinaryNode } from '@whiskeysockets/baileys';

type Attributes = Record<string, string | number | undefined>;

const DEFLATED = 0x02;

/** Builds a stanza or a part of one. Undefined attributes are left out; the encoder takes strings only. */
export function node(
  tag: string,
  attributes: Attributes = {},
  content?: BinaryNode[] | Uint8Array,
): BinaryNode {
  const attrs: BinaryNode['attrs'] = {};
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) attrs[name] = String(value);
  return content === undefined ? { tag, attrs } : { tag, attrs, content };
}

export function children(parent: BinaryNode | undefined, tag?: string): BinaryNode[] {
  const content = parent?.content;
  if (!Array.isArray(content)) return [];
  return tag === undefined ? content : content.filter((child) => child.tag === tag);
}

export function child(parent: BinaryNode | undefined, tag: string): BinaryNode | undefined {
  return children(parent, tag)[0];
}

/** Binary content of the node; empty when it has none. */
export function bytes(holder: BinaryNode | undefined): Buffer {
  const content = holder?.content;
  if (content === undefined || Array.isArray(content)) return Buffer.alloc(0);
  return Buffer.from(content as Uint8Array);
}

/** Binary content of a child; empty when the child is missing. */
export function childBytes(parent: BinaryNode | undefined, tag: string): Buffer {
  return bytes(child(parent, tag));
}

/** Plaintext of a frame: a flag byte, then the node. Never compressed: clients inflate out of order. */
export function encodeStanza(stanza: BinaryNode): Buffer {
  return encodeBinaryNode(stanza);
}

export function decodeStanza(plain: Buffer): BinaryNode {
  const deflated = ((plain[0] ?? 0) & DEFLATED) !== 0;
  const body = deflated ? inflateSync(plain.subarray(1)) : plain.subarray(1);
  return decodeDecompressedBinaryNode(body, dictionary);
}

/** A fresh stanza id. */
export function stanzaId(): string {
  return randomBytes(8).toString('hex').toUpperCase();
}

/** Unix time in seconds, the unit of every time on this wire. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}
