import { setTimeout as pause } from 'node:timers/promises';
import type { ChatPresence, SendPresenceBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { ask } from '../ask.ts';

const FAILURE = 'Error sending presence';

/** A phone stops showing that somebody types after a while, unless it hears of it again. */
const REPEAT_MS = 10_000;

/** Shows somebody what goes on in the chat with them. */
export async function showPresence(
  actor: Actor,
  { number, presence, delay }: SendPresenceBody,
): Promise<void> {
  const jid = await ask(actor, FAILURE, async ({ socket }) => {
    const recipient = await actor.recipients(socket, number);
    await socket.presenceSubscribe(recipient);
    return recipient;
  });
  const show = (shown: ChatPresence): Promise<void> =>
    ask(actor, FAILURE, ({ socket }) => socket.sendPresenceUpdate(shown, jid));
  await show(presence);
  if (delay === undefined) return;
  for (let left = delay; left > 0; left -= REPEAT_MS) {
    await pause(Math.min(left, REPEAT_MS));
    if (left > REPEAT_MS) await show(presence);
  }
  if (presence === 'composing' || presence === 'recording') await show('paused');
}
