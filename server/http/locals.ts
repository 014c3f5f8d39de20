import type { Operation } from '../generated/index.ts';
import type { Logger } from '../logger.ts';

declare global {
  namespace Express {
    /** What is known of a request while it is answered. */
    interface Locals {
      requestId: string;
      log: Logger;
      /** Once a route has matched. */
      operation?: Operation;
    }
  }
}
