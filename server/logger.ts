import pino, { type Logger } from 'pino';

export type { Logger } from 'pino';

/** What must never be read in a log, wherever it stands in an object. */
const SECRETS = [
  'apikey',
  'token',
  'hash',
  'password',
  'authorization',
  'creds',
  'headers.apikey',
  '*.apikey',
  '*.token',
];

/**
 * JSON lines on stdout.
 *
 * @param level a pino level, or `silent`
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: SECRETS, censor: '[hidden]' },
  });
}
