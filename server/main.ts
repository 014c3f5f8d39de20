import { join } from 'node:path';
import { type Config, readEnv } from './config.ts';
import { CannotStartError } from './errors.ts';
import { startGateway } from './gateway.ts';
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
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

async function stop(): Promise<void> {
  await gateway.stop();
  process.exit();
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
