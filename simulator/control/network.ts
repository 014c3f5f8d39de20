import { Router } from 'express';
import type { Network } from '../network.ts';

/** Health, counters, and what a client needs to trust this server. */
export function networkRoutes(network: Network, socketUrl: string): Router {
  const router = Router();
  router.get('/health', (_request, response) => response.json({ status: 'ok' }));
  router.get('/stats', (_request, response) => response.json(stats(network)));
  router.get('/trust', (_request, response) => {
    const { identity, media } = network;
    const noiseRoot = identity.rootKey.toString('hex');
    return response.json({ noiseRoot, ca: media.ca, socketUrl, mediaHost: media.address });
  });
  return router;
}

function stats({ counters, connections, accounts }: Network) {
  const devices = [...accounts.values()].reduce((sum, account) => sum + account.companions.size, 0);
  const asked = { unknownIqs: [...counters.unknownIqs], iqs: Object.fromEntries(counters.iqs) };
  return { ...counters, ...asked, connections: connections.size, devices };
}
