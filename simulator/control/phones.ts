import { Router } from 'express';
import { type Account, createAccount } from '../accounts/account.ts';
import { removeDevice } from '../accounts/device-list.ts';
import { accountOf, type Network } from '../network.ts';
import { enterCode } from '../pairing/code.ts';
import { scanQr } from '../pairing/qr.ts';
import { changePushName } from '../phone/app-state.ts';
import { markRead } from '../phone/inbox.ts';
import { sendMessage } from '../phone/outgoing.ts';
import { Problem } from '../problem.ts';
import { accountJid, addressingOf } from '../wire/jids.ts';

function describe(account: Account) {
  const devices = [...account.companions.values()].map(({ id, active }) => ({
    device: id,
    connected: active,
  }));
  return {
    number: account.number,
    jid: accountJid(account),
    lid: accountJid(account, 'lid'),
    name: account.name,
    devices,
  };
}

/** The phone of a path. @throws Problem 404 */
export function phoneOf(network: Network, number: string) {
  const account = network.accounts.get(number);
  if (!account) throw new Problem(404, `there is no phone ${number}`);
  return account.phone;
}

function send(network: Network, number: string, to: string, text: string): Promise<string> {
  const phone = phoneOf(network, number);
  const jid = to.includes('@') ? to : `${to}@s.whatsapp.net`;
  const recipient = accountOf(network, jid);
  if (!recipient) throw new Problem(404, `to: ${to} is not on WhatsApp`);
  return sendMessage(phone, recipient, addressingOf(jid), { conversation: text });
}

/** Logs out all linked devices of a phone; returns their numbers. */
function unlink(network: Network, number: string): number[] {
  const companions = [...phoneOf(network, number).account.companions.values()];
  for (const companion of companions) removeDevice(companion);
  return companions.map(({ id }) => id);
}

/** What the user of a phone can do. */
export function phoneRoutes(network: Network): Router {
  const router = Router();

  router.get('/phones', (_request, response) => {
    response.json([...network.accounts.values()].map(describe));
  });

  router.post('/phones', (request, response) => {
    const { number, name, sink } = request.body;
    const known = network.accounts.get(number);
    const account = known ?? createAccount(network, number, name ?? `User ${number}`, sink ?? false);
    if (name !== undefined) changePushName(account.phone, name);
    account.phone.sink = sink ?? account.phone.sink;
    response.status(known ? 200 : 201).json(describe(account));
  });

  router.post('/phones/:number/link', async (request, response) => {
    const { account } = phoneOf(network, request.params.number);
    const { qr, pairingCode } = request.body;
    const linking =
      qr === undefined ? enterCode(network, account, pairingCode) : scanQr(network, account, qr);
    const { id } = await linking;
    response.json({ device: id });
  });

  router.post('/phones/:number/send', async (request, response) => {
    const { to, text } = request.body;
    response.status(201).json({ id: await send(network, request.params.number, to, text) });
  });

  router.get('/phones/:number/inbox', (request, response) => {
    const { inbox } = phoneOf(network, request.params.number);
    response.json([...inbox.values()].map(({ message }) => message));
  });

  router.post('/phones/:number/read', (request, response) => {
    response.json({ read: markRead(phoneOf(network, request.params.number), request.body?.id) });
  });

  router.post('/phones/:number/unlink', (request, response) => {
    response.json({ devices: unlink(network, request.params.number) });
  });

  return router;
}
