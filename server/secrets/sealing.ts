import { transaction } from '../store/db.ts';
import { saveEncryption } from '../store/encryption.ts';
import { placeOf } from '../store/places.ts';
import type { Db } from '../store/schema.ts';
import { type Change, changeSealedValues } from '../store/sealed-values.ts';
import type { Vault } from './vault.ts';

/** How a value is read that is stored now. */
export interface Opener {
  open(stored: Uint8Array, place: string): Uint8Array;
  openText(stored: string, place: string): string;
}

/** Seals every value by `to`, and notes its key: all in one transaction. Gives how many values there are. */
export function sealAll(db: Db, from: Opener, to: Vault): Promise<number> {
  const change: Change = {
    bytes: (value, place) => to.seal(from.open(value, place), place),
    text: (value, place) => to.sealText(from.openText(value, place), place),
  };
  return transaction(db, async (tx) => {
    const count = await changeSealedValues(tx, change);
    await saveEncryption(tx, { key_id: to.keyId, proof: to.seal(PROOF, placeOf.check()) });
    return count;
  });
}

/** What is sealed does not matter: that it opens proves the key. */
const PROOF = Buffer.from('zapgate');
