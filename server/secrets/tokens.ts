import { hashKey } from './keys.ts';
import type { Vault } from './vault.ts';

/** How an instance's token is stored, and whether it can be shown again. */
export interface Tokens {
  /** The columns of a new instance. */
  stored(token: string): { token_hash: string; token_sealed: string | null };
  /** The token, where the operator lets it be shown. */
  shown(instance: { token_sealed: string | null }): string | null;
}

/** @param exposed whether tokens are kept, encrypted, to be shown again */
export function createTokens(vault: Vault, exposed: boolean): Tokens {
  return {
    stored: (token) => ({ token_hash: hashKey(token), token_sealed: exposed ? vault.seal(token) : null }),
    shown: ({ token_sealed }) => (exposed && token_sealed ? vault.open(token_sealed) : null),
  };
}
