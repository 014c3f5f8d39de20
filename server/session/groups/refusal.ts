import { type ErrorStatus, HttpError } from '../../errors.ts';
import type { Actor } from '../actor.ts';
import { ask, refusalCode } from '../ask.ts';
import type { Link } from '../link.ts';

/** What an operation says when it fails, in the contract's words (wire-contract 2.6). */
export interface Failure {
  text: string;
  /** The invite code that it was about: one that WhatsApp does not accept leads nowhere, which is 404. */
  invite?: string;
}

/** What WhatsApp means by its numbers in answers about groups, and what they are to our callers. */
const REFUSALS: Record<number, [ErrorStatus, string]> = {
  400: [400, 'WhatsApp cannot make anything of it'],
  401: [403, 'the account is not in the group, or is no admin of it'],
  403: [403, 'the account is not in the group, or is no admin of it'],
  404: [404, 'there is no such group, or the invite is not valid'],
  406: [400, 'WhatsApp does not accept this'],
  409: [409, 'it is so already, or somebody has changed it at the same time'],
  410: [404, 'the invite has been revoked'],
  419: [400, 'the group is full'],
  429: [400, 'WhatsApp wants fewer requests: wait some minutes'],
};

/**
 * Does something with a group that WhatsApp has to answer.
 *
 * @throws HttpError 400, 403, 404, 409 that says what WhatsApp refuses and why; otherwise as `ask`
 */
export function askOfGroup<T>(
  actor: Actor,
  failure: Failure,
  work: (link: Link) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const explained = async (link: Link): Promise<T> => {
    try {
      return await work(link);
    } catch (error) {
      throw refusal(error, failure) ?? error;
    }
  };
  return ask(actor, failure.text, explained, signal);
}

function refusal(error: unknown, { text, invite }: Failure): HttpError | undefined {
  const code = refusalCode(error) ?? 0;
  const known = REFUSALS[code === 406 && invite ? 404 : code];
  if (!known) return undefined;
  const [status, meaning] = known;
  const reason = error instanceof Error ? error.message : String(error);
  return new HttpError(status, [text, ...(invite ? [invite] : []), `Error: ${reason}: ${meaning}`]);
}
