import { HttpError } from '../errors.ts';
import type { InstancePresence } from '../generated/index.ts';
import type { Actor } from './actor.ts';
import type { Link } from './link.ts';

/** The phone tells a new device the account's name in the first seconds. */
const NAME_MS = 5_000;

/**
 * Shows the account as online or not. WhatsApp wants its name with that, and Baileys does nothing before it is known
 * (whatsapp-protocol 3.4).
 *
 * @throws HttpError 400 not connected, 409 when the phone has not told the name yet
 */
export async function setPresence(actor: Actor, presence: InstancePresence): Promise<void> {
  const link = await actor.open();
  if (!(await isNamed(link))) throw notNamed(actor.owner.name);
  await link.socket.sendPresenceUpdate(presence);
}

async function isNamed({ socket, me }: Link): Promise<boolean> {
  if (me()?.name) return true;
  const { ev } = socket;
  const { promise, resolve } = Promise.withResolvers<void>();
  const hear: Parameters<typeof ev.on<'creds.update'>>[1] = (update) => {
    if (update.me?.name) resolve();
  };
  ev.on('creds.update', hear);
  const timer = setTimeout(resolve, NAME_MS);
  await promise;
  clearTimeout(timer);
  ev.off('creds.update', hear);
  return Boolean(me()?.name);
}

const notNamed = (instance: string): HttpError =>
  new HttpError(409, [
    `The phone has not yet told the "${instance}" instance the name of its account, without which WhatsApp shows ` +
      'nobody as online',
  ]);
