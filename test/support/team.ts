import type { GroupMetadata } from '@whiskeysockets/baileys';
import type { Contact } from './contact.ts';
import { newContact } from './contact.ts';
import { openShop, type Shop } from './shop.ts';

/** A shop with two groups: of one it is the admin, of the other a member. */
export interface Team extends Shop {
  ben: Contact;
  benJid: string;
  /** Made by the shop, with Ana in it. */
  team: string;
  /** Made by Ben, with the shop in it. */
  club: string;
  /** A group as Ana's phone has it. */
  seenByAna(group?: string): Promise<GroupMetadata>;
}

export async function openTeam(): Promise<Team> {
  const world = await openShop();
  const { gateway, ana, shopJid } = world;
  const ben = await newContact(gateway, 'Ben');
  const made = await gateway.client.group.createGroup({
    instance: 'shop',
    body: { subject: 'Team', participants: [ana.number] },
  });
  const club = await ben.client.socket().groupCreate('Club', [shopJid]);
  return {
    ...world,
    ...{ ben, benJid: `${ben.number}@s.whatsapp.net`, team: made.id, club: club.id },
    seenByAna: (group = made.id) => ana.client.socket().groupMetadata(group),
    async stop() {
      await ben.client.end();
      await world.stop();
    },
  };
}

/** What members are in a group as seen by WhatsApp: their phone JIDs, with `*` after an admin's. */
export function members({ participants }: Pick<GroupMetadata, 'participants'>): string[] {
  const shown = participants.map(({ id, phoneNumber, admin }) => `${phoneNumber ?? id}${admin ? '*' : ''}`);
  return shown.toSorted();
}
