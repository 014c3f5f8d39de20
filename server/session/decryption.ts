import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as othersTurn } from 'node:timers/promises';
import {
  type BinaryNode,
  DEFAULT_CONNECTION_CONFIG,
  type SignalAuthState,
  type SignalKeyStoreWithTransaction,
  type SignalRepositoryWithLIDStore,
  type SocketConfig,
} from '@whiskeysockets/baileys';
import { rememberAlone } from './lid-memory.ts';
import { createSignalOperations, type SignalOperations } from './signal-transactions.ts';

/** A ciphertext that is being decrypted, and what came out of it. */
export interface Decryption {
  stanza: BinaryNode;
  plaintext: Uint8Array | undefined;
}

/**
 * Tells, while the Signal keys of a decryption are being written, which message they belong to: so that the
 * message is recorded in the very transaction that moves its Signal session forward. Baileys acknowledges a
 * message to WhatsApp after that transaction. A crash at any moment loses nothing: either the message is
 * recorded, or WhatsApp delivers it again and it can be decrypted again.
 */
export interface DecryptionWatch {
  /** The decryption whose keys are being written right now, if any. */
  current(): Decryption | undefined;
  /** To be called with each message stanza before Baileys handles it. */
  arrived(stanza: BinaryNode): void;
  /** What the socket is to have as its keys. */
  keys: SignalOperations['unhurried'];
  makeSignalRepository: SocketConfig['makeSignalRepository'];
}

type Running = AsyncLocalStorage<Decryption>;
type Watch = <T>(ciphertext: Uint8Array, decrypt: () => Promise<T>) => Promise<T>;

export function createDecryptionWatch(): DecryptionWatch {
  const running: Running = new AsyncLocalStorage();
  const operations = createSignalOperations();
  const stanzas = new WeakMap<Uint8Array, BinaryNode>();
  const watch: Watch = (ciphertext, decrypt) => {
    const stanza = stanzas.get(ciphertext);
    return stanza ? running.run({ stanza, plaintext: undefined }, decrypt) : decrypt();
  };
  return {
    current: () => running.getStore(),
    arrived: (stanza) => {
      for (const ciphertext of ciphertextsOf(stanza)) stanzas.set(ciphertext, stanza);
    },
    keys: operations.unhurried,
    makeSignalRepository: (auth, logger, pnToLid) => {
      const own = noting(auth, running, operations);
      const repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(own, logger, pnToLid);
      rememberAlone(repository);
      return beginningEarly(watched(repository, watch), operations);
    },
  };
}

function ciphertextsOf(stanza: BinaryNode): Uint8Array[] {
  const children = Array.isArray(stanza.content) ? stanza.content : [];
  return children.flatMap(({ tag, content }) =>
    tag === 'enc' && content instanceof Uint8Array ? [content] : [],
  );
}

function watched(repository: SignalRepositoryWithLIDStore, watch: Watch): SignalRepositoryWithLIDStore {
  return {
    ...repository,
    decryptMessage: (options) => watch(options.ciphertext, () => repository.decryptMessage(options)),
    decryptGroupMessage: (options) => watch(options.msg, () => repository.decryptGroupMessage(options)),
  };
}

/**
 * Sessions with all members of a group are made one after another. Whatever is encrypted by one of them builds upon
 * it, and is committed after it; so they need not wait for as many commits.
 */
function beginningEarly(
  repository: SignalRepositoryWithLIDStore,
  { early }: SignalOperations,
): SignalRepositoryWithLIDStore {
  return {
    ...repository,
    async injectE2ESession(options) {
      await early(() => repository.injectE2ESession(options));
      await othersTurn(); // it is a millisecond's work each
    },
  };
}

/** The plaintext is what the key transaction returns: it is noted before the transaction is committed. */
function noting(auth: SignalAuthState, running: Running, operations: SignalOperations): SignalAuthState {
  const keys = auth.keys as SignalKeyStoreWithTransaction;
  const inOwnTransaction = operations.inTurn(keys, running);
  const transaction: SignalKeyStoreWithTransaction['transaction'] = (work, key) =>
    inOwnTransaction(async () => {
      const result = await work();
      const decryption = running.getStore();
      if (decryption && result instanceof Uint8Array) decryption.plaintext = result;
      return result;
    }, key);
  return { ...auth, keys: { ...keys, transaction } as SignalKeyStoreWithTransaction };
}
