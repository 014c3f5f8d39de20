import type { Express } from 'express';
import { createApp } from '../../server/app.ts';
import { readEnv } from '../../server/config.ts';
import { type Handlers, type OperationId, operations } from '../../server/generated/index.ts';
import type { AppDependencies, CallContext } from '../../server/http/dependencies.ts';
import type { CallInput } from '../../server/http/input.ts';
import { operationIn, readSpec, resolve } from '../../server/http/spec.ts';
import { createLogger } from '../../server/logger.ts';
import type { MediaFile } from '../../server/media/source.ts';
import type { Principal } from '../../server/secrets/principals.ts';

export const GLOBAL_KEY = 'the-global-key';
export const SHOP_KEY = 'the-key-of-shop-7';

/** Any name is an instance that exists; `Shop-7` is the only one with a key. */
const KEYS: Record<string, Principal> = {
  [GLOBAL_KEY]: { kind: 'global' },
  [SHOP_KEY]: { kind: 'instance', instanceId: '3b0f0c52-8c1d-4f57-9b44-2f9d0e7f1a10', nameKey: 'shop-7' },
};

export interface Call {
  operationId: OperationId;
  input: CallInput;
  context: CallContext<{ greeting: string }>;
}

export interface TestApp {
  app: Express;
  /** What reached the handlers, in order. */
  calls: Call[];
}

/** Looked up at each call, so a test may change them. */
export type Answers = Partial<Record<OperationId, (input: CallInput, file?: MediaFile) => unknown>>;

/**
 * The real application over handlers that answer the spec's own examples, or what `answers` says instead.
 *
 * @param env variables beside those that every test has
 */
export async function testApp(
  env: Record<string, string> = {},
  answers: Answers = {},
  more: Partial<AppDependencies<{ greeting: string }>> = {},
): Promise<TestApp> {
  const calls: Call[] = [];
  const app = createApp({
    config: readEnv({ VALIDATE_RESPONSES: 'true', ...env }),
    logger: createLogger('silent'),
    handlers: handlersFor(calls, answers),
    context: { greeting: 'hello' },
    principalOf: async (key) => KEYS[key],
    ...more,
  });
  return { app, calls };
}

export function handlersFor(calls: Call[], answers: Answers): Handlers<Call['context']> {
  const spec = readSpec();
  const handlers = operations.map((operation) => {
    const { operationId } = operation;
    const handler = async (input: CallInput, context: Call['context']) => {
      calls.push({ operationId, input, context });
      const answer = answers[operationId];
      return answer ? answer(input, context.file) : exampleOf(spec, operation);
    };
    return [operationId, handler];
  });
  return Object.fromEntries(handlers);
}

function exampleOf(spec: ReturnType<typeof readSpec>, operation: (typeof operations)[number]): unknown {
  const response = operationIn(spec, operation).responses[operation.status];
  const contents = response && resolve(spec, response).content;
  const stream = contents?.['text/event-stream'];
  const content = contents?.['application/json'] ?? stream;
  const [example] = Object.values(
    (content as { examples?: Record<string, object> } | undefined)?.examples ?? {},
  );
  const value = example && (resolve(spec, example) as { value: unknown }).value;
  return stream ? (write: (item: unknown) => Promise<void>) => write(value) : value;
}
