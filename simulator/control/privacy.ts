import { Router } from 'express';
import type { Network } from '../network.ts';
import { phoneOf } from './phones.ts';

/** What a phone's user lets others see and do. */
export function privacyRoutes(network: Network): Router {
  const router = Router();

  router.post('/phones/:number/privacy', (request, response) => {
    const { privacy } = phoneOf(network, request.params.number).account;
    for (const [category, value] of Object.entries(request.body)) privacy.set(category, String(value));
    response.json(Object.fromEntries(privacy));
  });

  return router;
}
