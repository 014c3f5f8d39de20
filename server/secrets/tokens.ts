import { placeOf } from '../store/places.ts';
import { hashKey } from './keys.ts';
import type { Vault } from './vault.ts';

/** How an instance's token is stored, and whether it can be shown again. */
export interface Tokens {
  /** The columns of a new instance. */
  stored(instanceId: string, token: string): { token_hash: string; token_sealed: string | null };
  /** The token, where the operator lets it be shown. */
  shown(instance: { id: string; token_sealed: string | null }): string | null;
}

/** @param exposed whether tokens are kept, encrypted, to be shown again */
export function createTokens(vault: Vault, exposed: boolean): Tokens {
  return {
    stored: (instanceId, token) => ({
      token_hash: hashKey(token),
      token_sealed: exposed ? vault.sealText(token, placeOf.token(instanceId)) : null,
    }),
    shown: ({ id, token_sealed }) =>
      exposed && token_sealed ? vault.openText(token_sealed, placeOf.token(id)) : null,
  };
}
