import { Router } from 'express';
import { createAccount } from '../accounts/account.ts';
import { hold, release } from '../accounts/companion.ts';
import { removeDevice } from '../accounts/device-list.ts';
import type { Network } from '../network.ts';
import { enterCode } from '../pairing/code.ts';
import { scanQr } from '../pairing/qr.ts';
import { changePushName } from '../phone/app-state.ts';
import { recall } from '../phone/history.ts';
import { Problem } from '../problem.ts';
import { now } from '../wire/nodes.ts';
import { describePhone, summarize } from './describe-phone.ts';

/** The phone of a path. @throws Problem 404 */
export function phoneOf(network: Network, number: string) {
  const account = network.accounts.get(number);
  if (!account) throw new Problem(404, `there is no phone ${number}`);
  return account.phone;
}

/** Logs out all linked devices of a phone; returns their numbers. */
function unlink(network: Network, number: string): number[] {
  const companions = [...phoneOf(network, number).account.companions.values()];
  for (const companion of companions) removeDevice(companion);
  return companions.map(({ id }) => id);
}

/** Phones and the devices linked to them. */
export function phoneRoutes(network: Network): Router {
  const router = Router();

  router.get('/phones', (_request, response) => {
    response.json([...network.accounts.values()].map(summarize));
  });

  router.post('/phones', async (request, response) => {
    const { number, name, sink, statusText, business, history } = request.body;
    const past = history === undefined ? undefined : recall(network, history);
    const known = network.accounts.get(number);
    const account = known ?? createAccount(network, number, name ?? `User ${number}`, sink ?? false);
    if (name !== undefined) await changePushName(account.phone, name);
    if (statusText !== undefined) account.profile.status = { text: statusText, since: now() };
    account.profile.business = business ?? account.profile.business;
    account.phone.history = past ?? account.phone.history;
    account.phone.historyOnHost = history?.onHost ?? account.phone.historyOnHost;
    account.phone.sink = sink ?? account.phone.sink;
    if (sink) account.phone.signal(); // its keys take long to make: not while somebody waits for them
    response.status(known ? 200 : 201).json(summarize(account));
  });

  router.get('/phones/:number', (request, response) => {
    response.json(describePhone(phoneOf(network, request.params.number).account));
  });

  router.post('/phones/:number/link', async (request, response) => {
    const { account } = phoneOf(network, request.params.number);
    const { qr, pairingCode } = request.body;
    const linking =
      qr === undefined ? enterCode(network, account, pairingCode) : scanQr(network, account, qr);
    const { id } = await linking;
    response.json({ device: id });
  });

  router.post('/phones/:number/hold', (request, response) => {
    const companions = [...phoneOf(network, request.params.number).account.companions.values()];
    const connected = companions.filter(({ connection }) => connection);
    for (const companion of connected) (request.body.held ? hold : release)(companion);
    response.json({ devices: connected.map(({ id }) => id) });
  });

  router.post('/phones/:number/unlink', (request, response) => {
    response.json({ devices: unlink(network, request.params.number) });
  });

  return router;
}
