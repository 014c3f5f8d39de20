import { Router } from 'express';
import { logOf } from './locals.ts';

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: so does what it depends on; 503 otherwise.
 *
 * @param ready rejects while requests cannot be served
 */
export function healthRoutes(ready: () => Promise<void>): Router {
  const router = Router();
  router.get('/health/live', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/health/ready', async (_req, res) => {
    const cause = await ready().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (cause) logOf(res).warn({ err: cause.error }, 'not ready');
    res.status(cause ? 503 : 200).json({ status: cause ? 'unavailable' : 'ok' });
  });
  return router;
}
