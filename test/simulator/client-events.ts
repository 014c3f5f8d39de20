import type { BaileysEventMap, WAMessage } from '@whiskeysockets/baileys';
import type { Client } from './baileys-client.ts';
import { eventually } from './control-client.ts';

const PATIENCE_MS = 15_000;

/** Resolves with what `pick` makes of the next event of this name of which it makes something. */
export function heard<Name extends keyof BaileysEventMap, Picked>(
  client: Client,
  name: Name,
  pick: (event: BaileysEventMap[Name]) => Picked | undefined | false,
): Promise<Picked> {
  const { ev } = client.socket();
  const { promise, resolve, reject } = Promise.withResolvers<Picked>();
  const timer = setTimeout(() => reject(new Error(`not heard: ${name}`)), PATIENCE_MS);
  const listener = (event: BaileysEventMap[Name]) => {
    const picked = pick(event);
    if (picked !== undefined && picked !== false) resolve(picked);
  };
  ev.on(name, listener);
  return promise.finally(() => {
    clearTimeout(timer);
    ev.off(name, listener);
  });
}

/** The message with this id, as soon as the client has it, decrypted. */
export function arrived(client: Client, id: string): Promise<WAMessage> {
  return eventually(`message ${id}`, async () => {
    const upsert = client.upserts.find(({ message }) => message.key.id === id && message.message);
    return upsert?.message;
  });
}
