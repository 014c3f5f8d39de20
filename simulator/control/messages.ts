import { Router } from 'express';
import type { Network } from '../network.ts';
import { chatOf } from '../phone/chat.ts';
import { compose, type NewMessage } from '../phone/compose/message.ts';
import { unwrap } from '../phone/content.ts';
import { entryOf } from '../phone/inbox.ts';
import { downloadMedia, mediaIn } from '../phone/media.ts';
import { sendMessage } from '../phone/outgoing.ts';
import { markPlayed, markRead } from '../phone/reading.ts';
import { describeSent } from '../phone/sent.ts';
import { Problem } from '../problem.ts';
import { phoneOf } from './phones.ts';

type Sending = NewMessage & { to: string; statusJidList?: string[] };

async function send(network: Network, number: string, body: Sending): Promise<string> {
  const { to, statusJidList, ...message } = body;
  const phone = phoneOf(network, number);
  const chat = chatOf(network, to, statusJidList);
  return sendMessage(phone, chat, await compose(phone, chat, message));
}

async function mediaOf(network: Network, number: string, id: string) {
  const { raw } = entryOf(phoneOf(network, number), id);
  const media = mediaIn(unwrap(raw));
  if (!media) throw new Problem(404, `message ${id} has no media`);
  const { plain } = await downloadMedia(network.media, media.type, media.message);
  return plain;
}

/** Reads messages, or plays them; says how many were unread. */
function read(network: Network, number: string, body: { id?: string; ids?: string[]; played?: boolean }) {
  const phone = phoneOf(network, number);
  const ids = body.ids ?? (body.id === undefined ? undefined : [body.id]);
  const unread = markRead(phone, ids);
  if (body.played) markPlayed(phone, ids);
  return unread;
}

/** What the user of a phone writes and reads. */
export function messageRoutes(network: Network): Router {
  const router = Router();

  router.post('/phones/:number/send', async (request, response) => {
    response.status(201).json({ id: await send(network, request.params.number, request.body) });
  });

  router.get('/phones/:number/sent', (request, response) => {
    response.json([...phoneOf(network, request.params.number).sent].map(describeSent));
  });

  router.get('/phones/:number/inbox', (request, response) => {
    const { inbox } = phoneOf(network, request.params.number);
    response.json([...inbox.values()].map(({ message }) => message));
  });

  router.get('/phones/:number/inbox/:id/media', async (request, response) => {
    const { number, id } = request.params;
    response.type('application/octet-stream').send(await mediaOf(network, number, id));
  });

  router.post('/phones/:number/read', (request, response) => {
    response.json({ read: read(network, request.params.number, request.body ?? {}) });
  });

  router.post('/phones/:number/receipts', (request, response) => {
    const { receipts } = phoneOf(network, request.params.number);
    response.json(Object.assign(receipts, request.body));
  });

  return router;
}
