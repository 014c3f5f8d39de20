import { join } from 'node:path';
import { type Config, readEnv } from './config.ts';
import { CannotStartError } from './errors.ts';
import { STOPS_WITHIN_MS, startGateway } from './gateway.ts';
import { createLogger } from './logger.ts';
import { returnMemory } from './memory.ts';
import { keptInDataDir } from './secrets/data-file.ts';
import { newKey } from './secrets/keys.ts';

const config = readConfig();
const logger = createLogger(config.log.level);
const gateway = await startGateway(config, globalKey(config), logger).catch(giveUp);
returnMemory();
logger.info({ url: gateway.url, docs: `${gateway.url}/docs` }, 'listening');

/** Baileys lets promises go without a handler; one account's trouble must not end them all. */
process.on('unhandledRejection', (reason) => logger.error({ err: reason }, 'a failure nobody waited for'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);

let isStopping = false;

/** The first signal ends in good order; the second one at once, and so does what takes too long. */
function onSignal(signal: NodeJS.Signals): void {
  if (isStopping) process.exit(1);
  isStopping = true;
  logger.info({ signal }, 'stopping');
  setTimeout(endAtOnce, STOPS_WITHIN_MS).unref();
  gateway.stop().then(() => process.exit(), endAtOnce);
}

/** Nothing that was recorded is lost by it: the next start takes up where this one ended. */
function endAtOnce(error?: unknown): void {
  logger.error({ err: error }, 'not stopped in good order');
  process.exit(1);
}

function readConfig(): Config {
  try {
    return readEnv();
  } catch (error) {
    return giveUp(error);
  }
}

/** What who runs it can do something about is told without the place in the code. */
function giveUp(error: unknown): never {
  if (!(error instanceof CannotStartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** The configured key; without one, a key that is made at the first start and shown this once. */
function globalKey({ auth, dataDir }: Config): string {
  if (auth.apiKey) return auth.apiKey;
  const { text, isNew } = keptInDataDir(dataDir, 'api-key', newKey);
  if (isNew) process.stdout.write(`Your API key is ${text}\nIt is kept in ${join(dataDir, 'api-key')}\n`);
  return text;
}
