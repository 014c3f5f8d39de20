import type { Response } from 'express';
import type { Operation } from '../generated/index.ts';
import type { Logger } from '../logger.ts';

declare global {
  namespace Express {
    /** What is known of a request while it is answered. */
    interface Locals {
      requestId: string;
      /** The server's. */
      logger: Logger;
      /** Once a route has matched. */
      operation?: Operation;
    }
  }
}

/** What is said of one request. */
export function logOf({ locals: { logger, requestId } }: Response): Logger {
  return logger.child({ requestId });
}
