/** A request that cannot be met. `status` is what the control API answers, or the code of an iq error. */
export class Problem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Problem';
    this.status = status;
  }
}

/** Writes a fault of the simulator itself to stderr. Stacks only: no stanza, key or message content. */
export function report(where: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`simulator: ${where}: ${text}\n`);
}

/** Rejects with a Problem if `promise` is not settled within `seconds`. */
export async function within<T>(seconds: number, what: string, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Problem(504, `${what} within ${seconds} s`)), seconds * 1000);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
