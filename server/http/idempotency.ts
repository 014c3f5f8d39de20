import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Operation } from '../generated/index.ts';
import type { MediaFile } from '../media/source.ts';
import type { AppDependencies } from './dependencies.ts';
import { type CallInput, isObject } from './input.ts';
import { parameters, type Spec } from './spec.ts';

const HEADER = 'Idempotency-Key';

/** Runs the handler, or answers as it did when it ran for the same key. */
export type RunOnce<Context> = (
  input: CallInput,
  file: MediaFile | undefined,
  run: (context: Context) => Promise<unknown>,
) => Promise<unknown>;

/**
 * For operations that take the header `Idempotency-Key`. A `messageId` that the body chooses is a key as well;
 * where both are given, the header is the key.
 */
export function runnerFor<Context extends object>(
  { context, once }: Pick<AppDependencies<Context>, 'context' | 'once'>,
  spec: Spec,
  operation: Operation,
): RunOnce<Context> {
  const takesKey = parameters(spec, operation, 'header').some(({ name }) => name === HEADER);
  if (!once || !takesKey) return (_input, _file, run) => run(context);
  return async (input, file, run) => {
    const messageId = chosenId(input.body);
    const given = input.header?.[HEADER];
    const key = given || messageId;
    if (!key) return run(context);
    const fingerprint = await fingerprintOf(operation, input, file);
    const keyName = given ? HEADER : 'messageId';
    return once({ instance: input.path.instance ?? '', key, keyName, fingerprint, messageId }, run);
  };
}

function chosenId(body: unknown): string | undefined {
  const id = isObject(body) ? body.messageId : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Of the operation, the validated body, whatever the order of its fields, and the file. */
async function fingerprintOf(
  { operationId }: Operation,
  { body }: CallInput,
  file: MediaFile | undefined,
): Promise<string> {
  const hash = createHash('sha256').update(`${operationId}\n${JSON.stringify(body, inOrder)}\n`);
  if (file) await addFile(hash, file);
  return hash.digest('hex');
}

function inOrder(_name: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function addFile(hash: Hash, { path, name }: MediaFile): Promise<void> {
  hash.update(`${name ?? ''}\n`);
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) hash.update(chunk);
  });
}
