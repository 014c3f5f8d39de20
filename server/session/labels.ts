import type { BaileysEventMap } from '@whiskeysockets/baileys';
import { HttpError } from '../errors.ts';
import type { HandleLabelBody } from '../generated/index.ts';
import { withCounterparts } from '../store/identities.ts';
import { listLabels } from '../store/labels.ts';
import type { Actor } from './actor.ts';
import type { AppState } from './app-state.ts';
import { ask } from './ask.ts';
import { onLabelAssociation } from './inbound/labels.ts';
import { shownJid } from './people.ts';
import { recordOwn } from './record-own.ts';

type Association = BaileysEventMap['labels.association']['association'];

/**
 * Puts a label on a chat or takes it off, on the phone as well. Gives the chat's JID.
 *
 * @throws HttpError 404 when the number is not on WhatsApp or there is no such label
 */
export async function changeLabel(
  actor: Actor,
  appState: AppState,
  { number, labelId, action }: HandleLabelBody,
): Promise<string> {
  const { db } = actor.deps;
  const isAdded = action === 'add';
  const failure = isAdded ? 'Unable to add label to chat' : 'Unable to remove label from chat';
  return ask(actor, failure, async (link) => {
    const { socket } = link;
    const jid = await shownJid(db, actor.owner.id, await actor.recipients(socket, number).catch(notFound));
    const labels = await listLabels(db, actor.owner.id);
    const isKnown = labels.some(({ label_id }) => label_id === labelId);
    if (isAdded && !isKnown) throw new HttpError(404, [`There is no label "${labelId}"`]);
    const change = isAdded ? { addChatLabel: { labelId } } : { removeChatLabel: { labelId } };
    // The phone may have put it on under the other name, and keeps the two apart.
    const names = isAdded ? [jid] : await withCounterparts(db, actor.owner.id, [jid]);
    for (const name of names) await appState(socket, 'regular', change, name);
    const association = { type: 'label_jid', chatId: jid, labelId } as Association;
    await recordOwn(actor, link, (scene) => onLabelAssociation(scene, { type: action, association }));
    return jid;
  });
}

/** The contract has a 404 here where others have the row of the number (wire-contract 2.10). */
function notFound(error: unknown): never {
  const isUnknown =
    error instanceof HttpError && Array.isArray(error.detail) && typeof error.detail[0] === 'object';
  throw isUnknown ? new HttpError(404, ['Number is not on WhatsApp'], { cause: error }) : error;
}
