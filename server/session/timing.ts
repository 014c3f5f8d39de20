/** How long things take. Given by the wiring, so that tests need not wait. All in milliseconds. */
export interface Timing {
  /** The pause before attempt 1, 2, … to connect again. */
  pauseBefore(attempt: number): number;
  /** How long a connection has to last before the attempts are counted from one again. */
  steadyMs: number;
  /** How long WhatsApp may take to accept a connection, and to answer a query. */
  connectMs: number;
  queryMs: number;
  /** How often WhatsApp is asked for a sign of life. */
  keepAliveMs: number;
  /** How often the watchdog looks at an open connection. */
  watchMs: number;
  /** Without a frame for so long, the connection is suspect: more than a sign of life takes. */
  silenceMs: number;
  /** A query without an answer for so long is suspect. */
  unansweredMs: number;
  /** How soon a suspect connection has to answer a ping. */
  pingMs: number;
  /** How long a caller waits for a QR code or an open session: clients give up after thirty seconds. */
  patienceMs: number;
  /** How long an operation waits for a session that is about to open: a short reconnect fails nothing. */
  openingMs: number;
}

export const TIMING: Timing = {
  pauseBefore,
  steadyMs: 60_000,
  connectMs: 20_000,
  queryMs: 20_000, // enough for a slow phone network, and less than callers wait
  keepAliveMs: 30_000,
  watchMs: 5_000,
  silenceMs: 35_000,
  unansweredMs: 8_000,
  pingMs: 5_000,
  patienceMs: 15_000,
  openingMs: 5_000,
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Doubling up to a minute, half of it random, so that a thousand instances do not come back at one moment. */
export function pauseBefore(attempt: number, random = Math.random): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  return Math.round(full / 2 + (full / 2) * random());
}
