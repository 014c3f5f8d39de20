import { randomUUID } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request } from 'express';
import { badRequest } from '../errors.ts';
import { createBase64Decoder, NotBase64 } from '../media/base64.ts';
import { dataUriHead } from '../media/data-uri.ts';
import { NOT_MEDIA } from '../media/source.ts';
import { type RequestBody, tooLarge } from './request-body.ts';

/** Texts that are longer than this are taken out of the JSON. Nothing but media is as long. */
const LARGE = 256 * 1024;

/** The beginning of a field that holds media, in any version of the contract. */
const MEDIA_FIELD = /"(?:media|audio|video|sticker|content|image)"\s*:\s*"/g;
/** The longest that such a beginning can be, but for absurd amounts of blanks. */
const LONGEST_FIELD = 64;

/** Stands for media that were taken out: the file takes their place. */
const PLACEHOLDER = 'file';

/** Whether media may be in the JSON that are better not held in memory. */
export function isLargeJson(req: Request): boolean {
  const { 'content-type': type = 'application/json', 'content-encoding': encoding } = req.headers;
  const isPlain = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) && encoding === undefined;
  return isPlain && Number(req.headers['content-length'] ?? Number.POSITIVE_INFINITY) > LARGE;
}

/**
 * Reads a JSON body whose media go into the folder as they arrive: base64 of 100 MB is never in memory.
 *
 * @throws HttpError 400 for what is not JSON or not base64, 413
 */
export async function readJsonWithMedia(req: Request, folder: string, limit: number): Promise<RequestBody> {
  const path = join(folder, randomUUID());
  const file = await open(path, 'w');
  try {
    const lifter = createLifter(file);
    let size = 0;
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      await lifter.write(chunk.toString('latin1'));
    }
    const { json, mimetype } = lifter.end();
    const fields = parseJson(Buffer.from(json, 'latin1').toString('utf8'));
    return mimetype === undefined ? { fields } : { fields, file: { path, ...(mimetype && { mimetype }) } };
  } catch (error) {
    throw error instanceof NotBase64 ? badRequest(NOT_MEDIA) : error;
  } finally {
    await file.close();
    req.resume(); // what is left of it, so that the answer arrives
  }
}

interface Lifter {
  /** @param text the next bytes, each as one character */
  write(text: string): Promise<void>;
  /** What is left of the JSON, and what the media say of themselves; undefined if there were none. */
  end(): { json: string; mimetype: string | undefined };
}

/** Takes the first large media out of a JSON text and writes them into a file. */
function createLifter(file: FileHandle): Lifter {
  const decoder = createBase64Decoder();
  let json = '';
  let searched = 0;
  let mimetype: string | undefined;
  let isInMedia = false;
  let heldBack = '';

  async function decode(text: string): Promise<void> {
    const end = text.indexOf('"');
    const known = heldBack + (end < 0 ? text : text.slice(0, end));
    const cut = end < 0 ? incompleteEscape(known) : known.length;
    heldBack = known.slice(cut);
    await file.write(decoder.write(unescaped(known.slice(0, cut))));
    if (end < 0) return;
    decoder.end();
    isInMedia = false;
    json += text.slice(end);
  }

  return {
    async write(text) {
      if (isInMedia) return decode(text);
      json += text;
      if (mimetype !== undefined) return;
      const found = findMedia(json, searched);
      searched = found.searched;
      if (found.start === undefined) return;
      const media = json.slice(found.start);
      json = json.slice(0, found.start) + PLACEHOLDER;
      isInMedia = true;
      const head = dataUriHead(unescaped(media.slice(0, media.indexOf(',') + 1)));
      mimetype = head?.mimetype ?? '';
      await decode(head ? media.slice(media.indexOf(',') + 1) : media);
    },
    end: () => ({ json, mimetype }),
  };
}

/** Where in the text large media begin, and from where to go on searching when there is more of it. */
function findMedia(json: string, from: number): { start?: number; searched: number } {
  MEDIA_FIELD.lastIndex = from;
  for (let field = MEDIA_FIELD.exec(json); field; field = MEDIA_FIELD.exec(json)) {
    const start = MEDIA_FIELD.lastIndex;
    const end = json.indexOf('"', start);
    const isLarge = (end < 0 ? json.length : end) - start > LARGE;
    if (isLarge) return { start, searched: start };
    if (end < 0) return { searched: field.index };
  }
  return { searched: Math.max(from, json.length - LONGEST_FIELD) };
}

/** Where an heldBack begins that may go on in the next text; the length if there is none. */
function incompleteEscape(text: string): number {
  const last = text.lastIndexOf('\\');
  return last >= 0 && last > text.length - '\\u0000'.length ? last : text.length;
}

function unescaped(text: string): string {
  return text.includes('\\') ? String(parseJson(`"${text}"`)) : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error));
  }
}
