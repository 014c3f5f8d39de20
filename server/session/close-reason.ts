/** What a session does after its socket has closed. */
export type AfterClose =
  /** Open a new socket at once: WhatsApp asks for it after a link. */
  | 'restart'
  /** Open a new socket after a growing pause: the fault is likely to pass. */
  | 'retry'
  /** The phone has unlinked the device, or WhatsApp has banned it: its credentials are worth nothing now. */
  | 'logged-out'
  /** Another socket uses the same credentials: taking them back would make the two fight for ever. */
  | 'replaced';

const BY_CODE: Record<number, AfterClose> = {
  401: 'logged-out',
  403: 'logged-out',
  406: 'logged-out',
  411: 'logged-out',
  440: 'replaced',
  515: 'restart',
};

/** @param code the status code that the socket closed with (whatsapp-protocol section 8) */
export function afterClose(code: number): AfterClose {
  return BY_CODE[code] ?? 'retry';
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * How long to wait before attempt `attempt` (1, 2, …): doubling up to a minute, of which a random half, so that
 * a thousand instances do not come back in the same moment.
 *
 * @returns milliseconds
 */
export function pauseBefore(attempt: number, random = Math.random): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  return Math.round(full / 2 + (full / 2) * random());
}
