import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SocketConfig } from '@whiskeysockets/baileys';
import { createDecryptionCount } from '../../../server/session/decryption-count.ts';

type Make = SocketConfig['makeSignalRepository'];
type Repository = ReturnType<Make>;

/** A repository whose decryptions do what `decrypt` does. */
function countedWith(decrypt: () => Promise<Uint8Array>) {
  let healed = 0;
  const count = createDecryptionCount(() => {
    healed += 1;
  });
  const repository = { decryptMessage: decrypt, decryptGroupMessage: decrypt } as Partial<Repository>;
  const make: Make = () => repository as Repository;
  const [auth, logger, pnToLid] = [] as unknown as Parameters<Make>;
  const { decryptMessage, decryptGroupMessage } = count.counted(make)(auth, logger, pnToLid);
  const attempts = [decryptMessage, decryptGroupMessage] as (() => Promise<Uint8Array>)[];
  return { ...count, attempts, healed: () => healed };
}

const fail = (message: string) => async (): Promise<Uint8Array> => {
  throw new Error(message);
};

test('ten failures in a row are too many, and are healed once', async () => {
  const { attempts, failed, tooMany, healed } = countedWith(fail('Bad MAC'));
  for (let times = 0; times < 6; times++)
    for (const attempt of attempts) await assert.rejects(attempt(), /Bad MAC/);
  assert.deepEqual([failed(), tooMany(), healed()], [12, true, 1]);
});

test('one that succeeds ends the row', async () => {
  let works = false;
  const decrypt = async () => (works ? new Uint8Array() : fail('Bad MAC')());
  const { attempts, failed, tooMany } = countedWith(decrypt);
  for (const attempt of attempts) await assert.rejects(attempt());
  works = true;
  for (const attempt of attempts) await attempt();
  assert.deepEqual([failed(), tooMany()], [0, false]);
});

test('what was decrypted before and comes again does not count', async () => {
  const { attempts, failed } = countedWith(fail('Key used already or never filled'));
  for (const attempt of attempts) await assert.rejects(attempt());
  assert.equal(failed(), 0);
});
