import type { WAMessageKey } from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { MessageReference } from '../../generated/index.ts';
import type { MessageRecord } from '../../store/schema.ts';
import type { Actor } from '../actor.ts';
import { ask } from '../ask.ts';
import { recordStatus } from '../inbound/status.ts';
import type { Link } from '../link.ts';
import { recordOwn } from '../record-own.ts';
import { isGroup } from '../translate/jid.ts';
import { findReferred, givenKey, wireKey } from './stored-key.ts';

/**
 * Tells the authors of these messages that they were read, as far as the account's privacy settings let them
 * know. Own messages need no telling.
 *
 * @throws HttpError 400 when nobody can say who wrote a message in a group
 */
export async function markMessagesRead(actor: Actor, references: MessageReference[]): Promise<void> {
  await ask(actor, 'Read messages fail', async (link) => {
    const stored = await Promise.all(references.map((reference) => findReferred(actor, reference)));
    const keys = references.map((reference, index) => receiptKey(reference, stored[index]));
    await link.socket.readMessages(keys);
    const received = stored.filter((row) => row !== undefined).filter(({ from_me }) => from_me === 0);
    await recordRead(actor, link, received);
  });
}

function receiptKey(reference: MessageReference, stored: MessageRecord | undefined): WAMessageKey {
  const key = stored ? wireKey(stored) : givenKey(reference);
  if (!key.fromMe && !key.participant && isGroup(key.remoteJid ?? '')) {
    throw badRequest(`The message "${reference.id}" is not stored here: say its "participant"`);
  }
  return key;
}

function recordRead(actor: Actor, link: Link, received: MessageRecord[]): Promise<void> {
  return recordOwn(actor, link, async (scene) => {
    const events = [];
    for (const { key_id: id, remote_jid: remoteJid } of received) {
      events.push(...(await recordStatus(scene, { id, remoteJid, fromMe: false }, 'READ')));
    }
    return events;
  });
}
