import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignalDataSet, WASocket } from '@whiskeysockets/baileys';
import { createLimit } from '../limit.ts';

type Tokens = NonNullable<SignalDataSet['tctoken']>;

/** Where Baileys lists whom it has tokens of. It lists those who have been given one as well, each time anew. */
const INDEX = '__index';
const NOTHING_RECEIVED = Buffer.alloc(0);

/**
 * Lets Baileys remember whom it has given a token to, which makes them a trusted contact. It means to give one a
 * week, with the first message; but Baileys 7.0.0-rc14 notes it in the transaction of the message, which is over
 * by then, so that nothing is kept and each message asks WhatsApp again (whatsapp-protocol 4.4).
 */
export function rememberTrusted({ authState: { keys } }: Pick<WASocket, 'authState'>): void {
  const outside = AsyncLocalStorage.snapshot();
  const inTurn = createLimit(1); // for a token that arrives meanwhile must not be overwritten
  const set = keys.set;
  const remember = async (given: Tokens): Promise<void> => {
    const known = await keys.get('tctoken', Object.keys(given));
    const entries = Object.entries(given).map(([jid, entry]) => [
      jid,
      { token: NOTHING_RECEIVED, ...known[jid], senderTimestamp: entry?.senderTimestamp },
    ]);
    await set({ tctoken: Object.fromEntries(entries) });
  };
  keys.set = async (data) => {
    if (!data.tctoken) return set(data);
    if (!keys.isInTransaction()) return inTurn(async () => set(data));
    const { [INDEX]: index, ...given } = data.tctoken;
    return index ? outside(() => inTurn(() => remember(given))) : set(data);
  };
}
