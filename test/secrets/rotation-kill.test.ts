import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openVault } from '../../server/secrets/encryption.ts';
import { runScript } from '../support/script.ts';
import { fill, filled, inFolder, readAll, testFolder } from './stored.ts';

/** Enough for a rotation to take a moment. */
const MANY = 20_000;
/** How much of the write-ahead log is there when it is killed: the transaction is at its beginning, or well under way. */
const WRITTEN = [0, 500_000];

test('killed in the middle, everything opens with the key that is found', async (t) => {
  const dataDir = testFolder(t);
  const source = { dataDir, key: undefined };
  await inFolder(dataDir, async (db) => fill(db, await openVault(db, source), MANY));
  for (const written of WRITTEN) {
    const { code } = await runScript('scripts/rotate-key.ts', { DATA_DIR: dataDir }, (child) => {
      const look = (): void => {
        if (isUnderWay(dataDir, written)) child.kill('SIGKILL');
        else if (child.exitCode === null) setImmediate(look);
      };
      look();
    });
    assert.equal(code, null, 'it was killed');
    await inFolder(dataDir, async (db) => {
      assert.deepEqual(await readAll(db, await openVault(db, source), MANY), filled(MANY));
    });
  }
});

/** Whether the key that is to follow is written, and so much of the new values. */
function isUnderWay(dataDir: string, written: number): boolean {
  const next = statSync(join(dataDir, 'encryption.key.next'), { throwIfNoEntry: false });
  const log = statSync(join(dataDir, 'zapgate.db-wal'), { throwIfNoEntry: false });
  return (next?.size ?? 0) > 0 && (log?.size ?? 0) >= written;
}
