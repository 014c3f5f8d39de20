import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignalKeyStore, SignalKeyStoreWithTransaction } from '@whiskeysockets/baileys';

type Transaction = SignalKeyStoreWithTransaction['transaction'];

/** Not the name of a kind of keys: Baileys has locks of those names. */
const LOCK = 'signal-operation';

/** What the keys of an account take part in. */
export interface SignalOperations {
  /** The keys; what an operation writes is not waited for by the next one. */
  unhurried(keys: SignalKeyStore): SignalKeyStore;
  /** Runs `work`, whose operations are done before what they write is committed. */
  early<T>(work: () => Promise<T>): Promise<T>;
  /** @param kept what it holds, it holds in the operation too */
  inTurn<T>(keys: SignalKeyStoreWithTransaction, kept: AsyncLocalStorage<T>): Transaction;
}

/**
 * Makes every encryption and decryption of an account a transaction of its own, one after the other.
 *
 * In Baileys 7.0.0-rc14 an encryption is part of the transaction of its whole send, which is committed after the
 * message has left and all queries of the send have been answered; a decryption meanwhile reads the session as
 * it was before, and what it writes is overwritten. Both sides then fail to decrypt what follows, and a crash in
 * between uses a key twice. Encryptions are locked by the JID that is written to and decryptions by the JID that
 * the message came from, which may be a number and a LID of one session.
 *
 * An operation is done when what it wrote is committed. The next one begins before that, and reads what is on its
 * way.
 */
export function createSignalOperations(): SignalOperations {
  /** In an operation: what it has written. */
  const operation = new AsyncLocalStorage<Promise<void>[]>();
  const isEarly = new AsyncLocalStorage<true>();
  const outsideOfSends = AsyncLocalStorage.snapshot();
  return {
    unhurried: (keys) => ({
      ...keys,
      set(data) {
        const written = Promise.resolve(keys.set(data));
        const writes = operation.getStore();
        if (!writes) return written;
        written.catch(() => {}); // the operation tells, which waits for it later
        writes.push(written);
        return undefined;
      },
    }),
    early: (work) => isEarly.run(true, work),
    inTurn: (keys, kept) => (work, key) => {
      if (operation.getStore()) return keys.transaction(work, key);
      const held = kept.getStore();
      const waits = !isEarly.getStore();
      const begin = async () => {
        const writes: Promise<void>[] = [];
        const result = await operation.run(writes, () => keys.transaction(work, LOCK));
        if (waits) await Promise.all(writes);
        return result;
      };
      return outsideOfSends(() => (held === undefined ? begin() : kept.run(held, begin)));
    },
  };
}
