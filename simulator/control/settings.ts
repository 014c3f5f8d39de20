import type { ChatModification } from '@whiskeysockets/baileys';
import { Router } from 'express';
import type { Network } from '../network.ts';
import { changeSetting } from '../phone/app-state.ts';
import { chatOf } from '../phone/chat.ts';
import { describeSettings } from '../phone/settings.ts';
import { phoneOf } from './phones.ts';

const MUTED_MS = 8 * 3_600_000; // the shortest time the app offers

type ChatChanges = {
  archived?: boolean;
  unread?: boolean;
  muted?: boolean;
  pinned?: boolean;
  addLabel?: string;
  removeLabel?: string;
};

/** The app keeps each of them as a setting of its own. */
function modifications(changes: ChatChanges): ChatModification[] {
  const { archived, unread, muted, pinned, addLabel, removeLabel } = changes;
  const all: (ChatModification | false)[] = [
    archived !== undefined && { archive: archived, lastMessages: [] },
    unread !== undefined && { markRead: !unread, lastMessages: [] },
    muted !== undefined && { mute: muted ? Date.now() + MUTED_MS : null },
    pinned !== undefined && { pin: pinned },
    addLabel !== undefined && { addChatLabel: { labelId: addLabel } },
    removeLabel !== undefined && { removeChatLabel: { labelId: removeLabel } },
  ];
  return all.filter((modification) => modification !== false);
}

function contactOf(name: string | null): ChatModification {
  return { contact: name === null ? {} : { fullName: name, saveOnPrimaryAddressbook: true } };
}

/** What the user of a phone sets, which all devices of the account share. */
export function settingRoutes(network: Network): Router {
  const router = Router();

  router.post('/phones/:number/labels', async (request, response) => {
    const phone = phoneOf(network, request.params.number);
    const { id, name, color = 0, deleted = false } = request.body;
    await changeSetting(phone, { addLabel: { id, name, color, deleted } });
    response.json(describeSettings(phone));
  });

  router.post('/phones/:number/contacts', async (request, response) => {
    const phone = phoneOf(network, request.params.number);
    const { jid } = chatOf(network, request.body.to);
    await changeSetting(phone, contactOf(request.body.name), jid);
    response.json(describeSettings(phone));
  });

  router.post('/phones/:number/chats', async (request, response) => {
    const phone = phoneOf(network, request.params.number);
    const { to, ...changes } = request.body;
    const { jid } = chatOf(network, to);
    for (const modification of modifications(changes)) await changeSetting(phone, modification, jid);
    response.json(describeSettings(phone));
  });

  return router;
}
