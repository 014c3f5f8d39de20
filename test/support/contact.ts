import type { BaileysEventMap } from '@whiskeysockets/baileys';
import { type Client, createClient } from '../simulator/baileys-client.ts';
import { eventually } from '../simulator/control-client.ts';
import type { TestGateway } from './gateway.ts';
import { newNumber } from './linked-instance.ts';

/** Somebody who uses WhatsApp by another Baileys client: it sees what a phone's inbox does not show. */
export interface Contact {
  number: string;
  client: Client;
}

/** A new phone with a client linked to it. Its presence, typing and quotes can be looked at. */
export async function newContact(gateway: TestGateway, name: string): Promise<Contact> {
  const number = newNumber();
  await gateway.whatsapp.phone(number, name);
  const client = createClient(gateway.simulator.socketUrl);
  const qr = await client.showQr();
  const opened = client.opened();
  await gateway.whatsapp.request('POST', `/phones/${number}/link`, { qr });
  await opened;
  await eventually('first sync', async () => client.auth.creds.accountSyncCounter > 0);
  return { number, client };
}

/** Resolves when the contact sees somebody in a presence: `available`, `unavailable`, `composing`, … */
export async function presenceOf({ client }: Contact, presence: string): Promise<void> {
  const { ev } = client.socket();
  await new Promise<void>((resolve) => {
    const onUpdate = ({ presences }: BaileysEventMap['presence.update']) => {
      if (!Object.values(presences).some(({ lastKnownPresence }) => lastKnownPresence === presence)) return;
      ev.off('presence.update', onUpdate);
      resolve();
    };
    ev.on('presence.update', onUpdate);
  });
}
