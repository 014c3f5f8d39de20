/**
 * What encryption costs: microseconds of processor time for each value that is sealed, opened, written and read, by its size.
 *
 *   scripts/node24 scripts/bench/keys.ts [rounds]
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newVaultKey } from '../../server/secrets/encryption.ts';
import { createVault } from '../../server/secrets/vault.ts';
import { createAuthStates } from '../../server/session/auth-state.ts';
import { openDatabase, transaction } from '../../server/store/db.ts';
import { insertInstance } from '../../server/store/instances.ts';
import { placeOf } from '../../server/store/places.ts';

const ROUNDS = Number(process.argv[2] ?? 20_000);
/** A pre-key, a sender key or a young session, an old session. */
const SIZES = [200, 1_500, 6_000];

const vault = createVault(newVaultKey());
const place = placeOf.signalKey(randomUUID(), 'session', '15550002222.0');
const table: Record<string, Record<string, number>> = {};
for (const size of SIZES) {
  const value = randomBytes(size);
  const sealed = vault.seal(value, place);
  table[`${size} bytes`] = {
    'seal µs': await time(ROUNDS, () => vault.seal(value, place)),
    'open µs': await time(ROUNDS, () => vault.open(sealed, place)),
    ...(await storeTimes(size)),
  };
}
console.table(table);

/** Through the store, to a file: a session written by its own transaction, and read from disk and from memory. */
async function storeTimes(size: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'zapgate-bench-'));
  const db = await openDatabase(join(folder, 'zapgate.db'));
  const { id } = await insertInstance(db, { name: 'bench', integration: 'BENCH', token_hash: 'none' });
  const load = () => createAuthStates(db, vault).load(id, (write) => transaction(db, write));
  const { keys, creds, save } = await load();
  creds.account = {};
  await save();
  const session = { text: randomBytes(size / 2).toString('hex') } as never;
  const cold = (await load()).keys;
  const times = {
    'write µs': await time(ROUNDS / 10, (n) => keys.set({ session: { [n]: session } })),
    'read from memory µs': await time(ROUNDS / 10, (n) => keys.get('session', [String(n)])),
    'read from disk µs': await time(ROUNDS / 10, (n) => cold.get('session', [String(n)])),
  };
  await db.destroy();
  rmSync(folder, { recursive: true });
  return times;
}

/** Microseconds of processor time for each of `rounds`, after some that do not count. */
async function time(rounds: number, work: (n: number) => unknown): Promise<number> {
  for (let n = 0; n < rounds / 10; n++) await work(rounds + n);
  const start = process.cpuUsage();
  for (let n = 0; n < rounds; n++) await work(n);
  const { user, system } = process.cpuUsage(start);
  return Number(((user + system) / rounds).toFixed(1));
}
