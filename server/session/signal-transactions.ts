import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignalKeyStoreWithTransaction } from '@whiskeysockets/baileys';

type Transaction = SignalKeyStoreWithTransaction['transaction'];

/** Not the name of a kind of keys: Baileys has locks of those names. */
const LOCK = 'signal-operation';

/**
 * Makes every encryption and decryption of an account a transaction of its own, one after the other.
 *
 * In Baileys 7.0.0-rc14 an encryption is part of the transaction of its whole send, which is committed after the
 * message has left and all queries of the send have been answered; a decryption meanwhile reads the session as
 * it was before, and what it writes is overwritten. Both sides then fail to decrypt what follows, and a crash in
 * between uses a key twice. Encryptions are locked by the JID that is written to and decryptions by the JID that
 * the message came from, which may be a number and a LID of one session.
 *
 * @param kept what it holds, it holds in the operation too
 */
export function inTurn<T>(keys: SignalKeyStoreWithTransaction, kept: AsyncLocalStorage<T>): Transaction {
  const operation = new AsyncLocalStorage<true>();
  const outsideOfSends = AsyncLocalStorage.snapshot();
  return (work, key) => {
    if (operation.getStore()) return keys.transaction(work, key);
    const held = kept.getStore();
    const begin = () => operation.run(true, () => keys.transaction(work, LOCK));
    return outsideOfSends(() => (held === undefined ? begin() : kept.run(held, begin)));
  };
}
