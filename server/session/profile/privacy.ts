import type { WASocket } from '@whiskeysockets/baileys';
import type { PrivacySettings } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { ask } from '../ask.ts';

type Category = keyof PrivacySettings;

const CATEGORIES: Category[] = ['readreceipts', 'profile', 'status', 'online', 'last', 'groupadd'];

export function fetchPrivacy(actor: Actor): Promise<PrivacySettings> {
  return ask(actor, 'Error fetching privacy settings', ({ socket }) => current(socket));
}

/** Changes what is given and differs. Gives all settings as they are then. */
export function updatePrivacy(actor: Actor, wanted: Partial<PrivacySettings>): Promise<PrivacySettings> {
  return ask(actor, 'Error updating privacy settings', async ({ socket }) => {
    const before = await current(socket);
    for (const name of CATEGORIES) {
      const value = wanted[name];
      if (value !== undefined && value !== before[name]) await set(socket, name, value);
    }
    return current(socket);
  });
}

/** Asks WhatsApp: Baileys' own copy, by which it sends read receipts, is renewed with it. */
async function current(socket: WASocket): Promise<PrivacySettings> {
  const settings = await socket.fetchPrivacySettings(true);
  // Whatever WhatsApp does not mention is as it is in the beginning.
  const entries = CATEGORIES.map((name) => [name, settings[name] ?? 'all']);
  return Object.fromEntries(entries);
}

async function set(socket: WASocket, name: Category, value: string): Promise<void> {
  await socket.query({
    tag: 'iq',
    attrs: { xmlns: 'privacy', to: 's.whatsapp.net', type: 'set' },
    content: [{ tag: 'privacy', attrs: {}, content: [{ tag: 'category', attrs: { name, value } }] }],
  });
}
