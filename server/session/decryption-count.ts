import type { SocketConfig } from '@whiskeysockets/baileys';

type MakeRepository = SocketConfig['makeSignalRepository'];

/** Counts the decryptions that fail in a row. */
export interface DecryptionCount {
  failed(): number;
  /** So many that it is not one sender's mistake. */
  tooMany(): boolean;
  /** Makes repositories whose decryptions count. */
  counted(make: MakeRepository): MakeRepository;
}

const TOO_MANY = 10;

/** What was decrypted before and comes again, as it does after a crash, tells nothing. */
const REPEATED = /old counter|used already/i;

/** @param heal called when the failures have become too many: once, until one succeeds again */
export function createDecryptionCount(heal: () => void): DecryptionCount {
  let failed = 0;
  const count = async <T>(decryption: Promise<T>): Promise<T> => {
    try {
      const result = await decryption;
      failed = 0;
      return result;
    } catch (error) {
      if (!REPEATED.test(String(error)) && ++failed === TOO_MANY) heal();
      throw error;
    }
  };
  return {
    failed: () => failed,
    tooMany: () => failed >= TOO_MANY,
    counted: (make) => (auth, logger, pnToLid) => {
      const repository = make(auth, logger, pnToLid);
      return {
        ...repository,
        decryptMessage: (options) => count(repository.decryptMessage(options)),
        decryptGroupMessage: (options) => count(repository.decryptGroupMessage(options)),
      };
    },
  };
}
