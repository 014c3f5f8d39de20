export interface RetryOptions {
  initialDelayMs: number;
  maxDelayMs: number;
  /** The part of the delay that is random, such as 0.2 for ± 20 %. */
  jitter: number;
  /** How long after its event a delivery is still tried. */
  maxAgeMs: number;
  /** Statuses by which a receiver says that it will never take this delivery. */
  nonRetryable: number[];
}

/** Milliseconds to wait after attempt `attempt` (1 for the first) failed, never below the initial delay. */
export function delayAfter(attempt: number, retry: RetryOptions, random = Math.random()): number {
  const delay = Math.min(retry.initialDelayMs * 2 ** (attempt - 1), retry.maxDelayMs);
  const spread = 1 + retry.jitter * (2 * random - 1);
  return Math.max(retry.initialDelayMs, Math.round(delay * spread));
}

export function isFinal(status: number, retry: RetryOptions): boolean {
  return retry.nonRetryable.includes(status);
}

/** Milliseconds a receiver asks to wait: the header Retry-After, in seconds or as a date; 0 without one. */
export function retryAfter(header: string | undefined, now: number): number {
  if (!header) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}
