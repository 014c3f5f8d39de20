import { unauthorized } from '../errors.ts';
import type { Operation } from '../generated/index.ts';
import type { Principal, PrincipalOf } from '../secrets/principals.ts';
import { nameKey } from '../store/instances.ts';

/**
 * Who calls. Whether the instance of the path exists is not looked at, so an answer never tells it to a
 * stranger.
 *
 * @param key the header `apikey`
 * @param instance the name in the path, if the path has one
 * @returns undefined for an operation that is open to anybody
 * @throws HttpError 401, the same one whatever is wrong with the key
 */
export async function authorize(
  operation: Operation,
  key: string | undefined,
  instance: string | undefined,
  principalOf: PrincipalOf,
): Promise<Principal | undefined> {
  if (operation.access === 'public') return undefined;
  const principal = key ? await principalOf(key) : undefined;
  if (!principal || !mayCall(principal, operation, instance)) throw unauthorized();
  return principal;
}

function mayCall(principal: Principal, operation: Operation, instance: string | undefined): boolean {
  if (principal.kind === 'global') return true;
  if (operation.access === 'global') return false;
  return instance === undefined || nameKey(instance) === principal.nameKey;
}
