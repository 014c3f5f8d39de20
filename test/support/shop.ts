import type { BaileysEventMap } from '@whiskeysockets/baileys';
import type { Overrides } from '../../server/session/wiring.ts';
import { type Client, createClient } from '../simulator/baileys-client.ts';
import { eventually } from '../simulator/control-client.ts';
import { type Contact, newContact } from './contact.ts';
import { startTestGateway, type TestGateway } from './gateway.ts';
import { type LinkedInstance, linkedInstance, newInstance } from './linked-instance.ts';

/** A gateway with an open instance `shop`, one that never connected, and Ana, who is a customer. */
export interface Shop {
  gateway: TestGateway;
  shop: LinkedInstance;
  /** `…@s.whatsapp.net` of the shop. */
  shopJid: string;
  ana: Contact;
  anaJid: string;
  /** Another device of the shop's own account. It sees what the account's settings become. */
  secondDevice(): Promise<Client>;
  /** Ana writes to the shop. Gives the id of her message, once it is recorded. */
  hearsFromAna(text: string): Promise<string>;
  stop(): Promise<void>;
}

/** The name of the instance that is not connected. */
export const CLOSED = 'closed';

/** @param overrides as of `startTestGateway` */
export async function openShop(overrides?: Overrides): Promise<Shop> {
  const gateway = await startTestGateway({}, undefined, overrides);
  const shop = await linkedInstance(gateway);
  await newInstance(gateway, CLOSED);
  const ana = await newContact(gateway, 'Ana');
  const clients = [ana.client];
  const shopJid = `${shop.number}@s.whatsapp.net`;
  return {
    ...{ gateway, shop, shopJid, ana, anaJid: `${ana.number}@s.whatsapp.net` },
    async secondDevice() {
      const client = createClient(gateway.simulator.socketUrl);
      const qr = await client.showQr();
      const opened = client.opened();
      await gateway.whatsapp.request('POST', `/phones/${shop.number}/link`, { qr });
      await opened;
      await eventually('first sync', async () => client.auth.creds.accountSyncCounter > 0);
      clients.push(client);
      return client;
    },
    async hearsFromAna(text) {
      const id = await ana.client.send(shopJid, { text });
      await gateway.event(
        ({ type, data }) => type === 'messages.upsert' && (data as { key: { id: string } }).key.id === id,
      );
      return id;
    },
    async stop() {
      for (const client of clients) await client.end();
      await gateway.stop();
    },
  };
}

/** What the client's next event of this kind of which `pick` makes something is told to be. */
export function heard<Name extends keyof BaileysEventMap, Picked>(
  client: Client,
  name: Name,
  pick: (event: BaileysEventMap[Name]) => Picked | undefined,
): Promise<Picked> {
  const { ev } = client.socket();
  return new Promise((resolve) => {
    const listener = (event: BaileysEventMap[Name]): void => {
      const picked = pick(event);
      if (picked === undefined) return;
      ev.off(name, listener);
      resolve(picked);
    };
    ev.on(name, listener);
  });
}
