import { Router } from 'express';
import type { Network } from '../network.ts';
import { chatOf } from '../phone/chat.ts';
import { sendChatState, setPresence, subscribe } from '../stanzas/presence.ts';
import { node } from '../wire/nodes.ts';
import { phoneOf } from './phones.ts';

type Typing = 'composing' | 'recording' | 'paused';

function chatState(presence: Typing) {
  if (presence === 'paused') return node('paused');
  return node('composing', { media: presence === 'recording' ? 'audio' : undefined });
}

/** What others see of a phone's user, and what that user watches. */
export function presenceRoutes(network: Network): Router {
  const router = Router();

  router.post('/phones/:number/presence', (request, response) => {
    const phone = phoneOf(network, request.params.number);
    const { type, subscribe: number } = request.body;
    if (number !== undefined) subscribe(phone, phoneOf(network, number).account, 'pn');
    if (type !== undefined) setPresence(phone.account, type === 'available');
    response.json({ online: phone.account.online });
  });

  router.post('/phones/:number/typing', (request, response) => {
    const phone = phoneOf(network, request.params.number);
    const { jid } = chatOf(network, request.body.to);
    sendChatState(network, phone, jid, [chatState(request.body.presence)]);
    response.json({ presence: request.body.presence });
  });

  return router;
}
