import type { BaileysEventMap } from '@whiskeysockets/baileys';
import { chunks } from '../../store/chunks.ts';
import { learn } from '../identity.ts';
import { recordPastChats } from './past-chats.ts';
import { recordPastContacts } from './past-contacts.ts';
import { recordPastMessages } from './past-messages.ts';
import { type InboundOptions, inScene } from './scene.ts';

type History = BaileysEventMap['messaging-history.set'];

/** Rows in a transaction: few enough that others who wait for the database wait for milliseconds. */
const BATCH = 200;

/**
 * A part of what the phone has from before the link, as it gives it to a new device.
 *
 * @param known the chats that other parts of this history have told of: later ones repeat how many messages
 *   were unread then
 */
export async function recordHistory(
  options: InboundOptions,
  history: History,
  known: Set<string>,
): Promise<void> {
  const { chats, contacts, messages, lidPnMappings = [] } = history;
  const { isLatest = false, progress } = history;
  const extra = { isLatest, ...(progress != null && { progress }) };
  for (const batch of chunks(lidPnMappings, BATCH)) {
    await inScene(options, async ({ tx, instanceId }) => {
      await learn(
        tx,
        instanceId,
        batch.map(({ lid, pn }) => [lid, pn]),
      );
      return [];
    });
  }
  for (const batch of chunks(contacts, BATCH)) {
    await inScene(options, (scene) => recordPastContacts(scene, batch, extra));
  }
  for (const batch of chunks(chats, BATCH)) {
    await inScene(options, (scene) => recordPastChats(scene, batch, extra, known));
    for (const { id } of batch) known.add(id ?? '');
  }
  for (const batch of chunks(messages, BATCH)) {
    await inScene(options, (scene) => recordPastMessages(scene, batch, extra));
  }
}
