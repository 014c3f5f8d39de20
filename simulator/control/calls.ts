import { Router } from 'express';
import type { Network } from '../network.ts';
import { chatOf } from '../phone/chat.ts';
import type { Phone } from '../phone/phone.ts';
import { Problem } from '../problem.ts';
import { type Call, placeCall, routeCall } from '../stanzas/calls.ts';
import { accountJid } from '../wire/jids.ts';
import { node } from '../wire/nodes.ts';
import { phoneOf } from './phones.ts';

type Step = 'accept' | 'reject' | 'terminate';

function call(network: Network, phone: Phone, body: { to: string; video?: boolean }): string {
  const chat = chatOf(network, body.to);
  if (chat.kind !== 'person' || chat.person === phone.account)
    throw new Problem(400, `to: ${body.to} is nobody to call`);
  return placeCall(network, phone, chat.jid, body.video ?? false);
}

function takeStep(network: Network, phone: Phone, id: string, step: Step): Call {
  const known = network.calls.get(id);
  if (!known) throw new Problem(404, `there is no call ${id}`);
  const { creator, callee } = known;
  const to = accountJid(callee === phone.account ? creator.account : callee);
  const error = routeCall(network, phone, to, node(step, { 'call-id': id }));
  if (error) throw new Problem(404, `call ${id} is none of ${phone.account.number}`);
  return known;
}

function describe({ id, creator, callee, video, status, timestamp }: Call) {
  const names = { from: accountJid(creator.account), to: accountJid(callee) };
  return { id, ...names, video, status, timestamp };
}

/** Who calls whom, and what becomes of it. */
export function callRoutes(network: Network): Router {
  const router = Router();

  router.post('/phones/:number/call', (request, response) => {
    const phone = phoneOf(network, request.params.number);
    response.status(201).json({ id: call(network, phone, request.body) });
  });

  router.get('/phones/:number/calls', (request, response) => {
    const { account } = phoneOf(network, request.params.number);
    const calls = [...network.calls.values()].filter(
      ({ creator, callee }) => callee === account || creator.account === account,
    );
    response.json(calls.map(describe));
  });

  router.post('/phones/:number/calls/:id', (request, response) => {
    const { number, id } = request.params;
    response.json(describe(takeStep(network, phoneOf(network, number), id, request.body.step)));
  });

  return router;
}
