/**
 * One side of a comparison: a process with linked accounts, each given by the number of its phone. Raw Baileys
 * and Zapgate do the same work through it.
 */
export interface Subject {
  name: 'raw' | 'zapgate';
  pid: number;
  /** Links these phones, all at once, and waits until they are open. */
  link(numbers: string[]): Promise<void>;
  /** Sends `count` texts from an account to these JIDs in turn, so many at a time, until all are taken. */
  send(number: string, to: string[], count: number, concurrency: number): Promise<void>;
  /** Begins to count what arrives; the promise it gives is fulfilled by the `count`-th message. */
  expect(number: string, count: number): Promise<{ arrived: Promise<void> }>;
  end(): Promise<void>;
}
