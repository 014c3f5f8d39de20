import { badRequest } from '../../errors.ts';

/**
 * The invite code of a request; a whole link will do.
 *
 * @throws HttpError 400 in the words of the contract (wire-contract 1.3) when there is none
 */
export function inviteCodeOf({ inviteCode }: { inviteCode?: string | undefined }): string {
  const code = inviteCode?.trim().replace(/^.*\//, '');
  if (code) return code;
  throw badRequest(
    'The group invite code id needs to be informed in the query',
    'ex: "inviteCode=…" (Obtained from group join link)',
  );
}
