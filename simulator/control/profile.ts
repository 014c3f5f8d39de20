import { Router } from 'express';
import type { Network } from '../network.ts';
import { setPicture } from '../stanzas/pictures.ts';
import { describePhone } from './describe-phone.ts';
import { phoneOf } from './phones.ts';

/** The picture that the user of a phone shows. Status text and business are set with the phone itself. */
export function profileRoutes(network: Network): Router {
  const router = Router();

  router.put('/phones/:number/picture', (request, response) => {
    const { account } = phoneOf(network, request.params.number);
    setPicture(network, account, Buffer.from(request.body.base64, 'base64'));
    response.json(describePhone(account));
  });

  router.delete('/phones/:number/picture', (request, response) => {
    const { account } = phoneOf(network, request.params.number);
    setPicture(network, account, undefined);
    response.json(describePhone(account));
  });

  return router;
}
