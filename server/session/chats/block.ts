import type { UpdateBlockStatusBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { ask } from '../ask.ts';

/** Blocks somebody, or lets them write again. @throws HttpError 400 also when WhatsApp tells no LID of them */
export async function setBlocked(actor: Actor, { number, status }: UpdateBlockStatusBody): Promise<void> {
  await ask(
    actor,
    status === 'block' ? 'Error blocking user' : 'Error unblocking user',
    async ({ socket }) => {
      await socket.updateBlockStatus(await actor.recipients(socket, number), status);
    },
  );
}
