import { setTimeout as pause } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import type { Faults } from '../faults.ts';

/** Makes the media host slow, or refuse, as the faults say. */
export function trouble(faults: Faults, kind: 'mediaUploadError' | 'mediaDownloadError'): RequestHandler {
  return async (_request, response, next) => {
    if (faults.mediaLatencyMs > 0) await pause(faults.mediaLatencyMs, undefined, { ref: false });
    const status = faults[kind];
    if (status === 0) return next();
    return response.status(status).json({ error: { code: status, message: 'refused' } });
  };
}
