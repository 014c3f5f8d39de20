import type { WAPatchName, WASocket } from '@whiskeysockets/baileys';
import {
  type BinaryNode,
  type ChatModification,
  getBinaryNodeChild,
  getBinaryNodeChildren,
} from '@whiskeysockets/baileys';
import { HttpError, timedOut } from '../errors.ts';
import { ANSWER_MS } from './ask.ts';

/** Changes settings that the account's devices share: which chats are archived or unread, labels, its name. */
export type AppState = (
  socket: WASocket,
  collection: WAPatchName,
  change: ChatModification,
  jid: string,
) => Promise<void>;

/** The phone may be changing the same collection at the same moment, again and again. */
const MOST_ATTEMPTS = 3;

/**
 * Makes one change after the other. WhatsApp refuses a change that is not based on the newest version of its
 * collection, and Baileys does not look at that (whatsapp-protocol 3.3): it would go on from a version that
 * is not the account's. A refused change is taken back here, and made again on what the others did. One that
 * was not answered is taken back too: whether it was made shows when the collection is fetched again.
 */
export function createAppState(): AppState {
  let last: Promise<unknown> = Promise.resolve();
  return (socket, collection, change, jid) => {
    const made = last.then(() => make(socket, collection, change, jid));
    last = made.catch(() => undefined); // told to whoever wanted it
    return made;
  };
}

async function make(
  socket: WASocket,
  collection: WAPatchName,
  change: ChatModification,
  jid: string,
): Promise<void> {
  const { keys } = socket.authState;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const { [collection]: before } = await keys.get('app-state-sync-version', [collection]);
    const started = Date.now();
    const refused = await attemptIn(socket, collection, () => socket.chatModify(change, jid));
    const isLate = Date.now() - started >= ANSWER_MS;
    if (!refused && !isLate) return;
    await keys.set({ 'app-state-sync-version': { [collection]: before ?? null } });
    if (isLate) throw timedOut('Error: Timed Out'); // Baileys took silence for consent
  }
  throw new HttpError(409, ['Error: conflict', 'Another device of the account changes the same settings']);
}

/** Whether WhatsApp answered with an error for the collection while `work` ran. */
async function attemptIn(
  { ws }: WASocket,
  collection: WAPatchName,
  work: () => Promise<void>,
): Promise<boolean> {
  let refused = false;
  const onSync = (answer: BinaryNode): void => {
    const collections = getBinaryNodeChildren(getBinaryNodeChild(answer, 'sync'), 'collection');
    refused ||= collections.some(({ attrs }) => attrs.name === collection && attrs.type === 'error');
  };
  ws.on('CB:iq,,sync', onSync);
  try {
    await work();
    return refused;
  } finally {
    ws.off('CB:iq,,sync', onSync);
  }
}
