import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { badRequest } from '../errors.ts';
import type { MediaFile } from '../media/source.ts';
import { type Part, partsToFields } from './multipart-fields.ts';
import { type RequestBody, tooLarge } from './request-body.ts';

/** The one part that may be a file. */
const FILE = 'file';

const MOST_PARTS = 100;

/**
 * Reads a multipart form: its file, if there is one, straight into the folder.
 *
 * @throws HttpError 400 for what is no such form, 413
 */
export async function readMultipart(req: Request, folder: string, limit: number): Promise<RequestBody> {
  const form = openForm(req, limit);
  try {
    return await parse(req, form, folder, limit);
  } finally {
    // Whatever is not read by now is of no interest, but has to be read for the answer to arrive.
    req.unpipe(form);
    req.resume();
    form.destroy();
  }
}

function parse(req: Request, form: busboy.Busboy, folder: string, limit: number): Promise<RequestBody> {
  const { promise, resolve, reject } = Promise.withResolvers<RequestBody>();
  const refuse = (text: string) => reject(badRequest(text));
  const parts: Part[] = [];
  let file: Promise<MediaFile> | undefined;
  let size = 0;
  req.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) reject(tooLarge(limit));
  });
  req.once('aborted', () => refuse('The request was cut off'));
  form.on('field', (name, text) => parts.push({ name, text }));
  form.on('file', (name, stream, info) => {
    if (name !== FILE) refuse(`"${name}" cannot be a file: send the file as "${FILE}"`);
    file = save(stream, info, folder);
    file.catch(reject);
  });
  form.on('filesLimit', () => refuse(`Only one file can be sent, as "${FILE}"`));
  form.on('partsLimit', () => refuse(`The form has more than ${MOST_PARTS} parts`));
  form.on('error', (error) => refuse(`The form cannot be read: ${messageOf(error)}`));
  form.on('close', () => {
    const fields = partsToFields(parts);
    if (file) file.then((one) => resolve({ fields, file: one }), reject);
    else resolve({ fields });
  });
  req.pipe(form);
  return promise;
}

async function save(stream: Readable, info: busboy.FileInfo, folder: string): Promise<MediaFile> {
  const path = join(folder, randomUUID());
  await pipeline(stream, createWriteStream(path));
  return { path, name: info.filename, mimetype: info.mimeType };
}

function openForm(req: Request, limit: number): busboy.Busboy {
  try {
    const limits = { files: 1, parts: MOST_PARTS, fieldSize: limit };
    return busboy({ headers: req.headers, limits, defParamCharset: 'utf8' });
  } catch (error) {
    throw badRequest(`The form cannot be read: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
