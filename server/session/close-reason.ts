import type { Ending } from './lifecycle.ts';

/** Why a socket has closed. */
export interface CloseReason {
  /** The status code, of HTTP's kind; 500 where the socket does not say. */
  code: number;
  error: unknown;
}

/** What the codes mean (whatsapp-protocol 8); all others are likely to pass. */
const BY_CODE: Readonly<Record<number, Ending>> = {
  401: 'rejected',
  402: 'locked',
  403: 'unlinked',
  406: 'unlinked',
  411: 'unlinked',
  440: 'replaced',
  515: 'restart',
};

export function endingOf({ code, error }: CloseReason): Ending {
  if (isOnTheWay(error)) return 'lost';
  return isDeviceRemoved(error) ? 'unlinked' : (BY_CODE[code] ?? 'lost');
}

/** The socket did not get as far as WhatsApp: a proxy's 403, say, is no word on the account. */
const isOnTheWay = (error: unknown): boolean =>
  (error as { data?: unknown } | undefined)?.data instanceof Error;

/** WhatsApp names the reason of its 401 where the phone has unlinked the device that is connected. */
function isDeviceRemoved(error: unknown): boolean {
  const { data } = (error ?? {}) as { data?: { tag?: string; attrs?: { type?: string } } };
  return data?.tag === 'conflict' && data.attrs?.type === 'device_removed';
}

export function closeReason(error: unknown): CloseReason {
  const { output } = (error ?? {}) as { output?: { statusCode?: number } };
  return { code: output?.statusCode ?? 500, error };
}
