import { randomInt } from 'node:crypto';

const DIGITS = 36;
const COUNTER_RANGE = DIGITS ** 4;

let lastTime = 0;
let counter = 0;

/**
 * A row's id (wire-contract 1.6): `c`, 8 digits of time, 4 of a counter and 12 random ones, in [a-z0-9].
 * Later ids sort after earlier ones: that orders messages of one second and keeps inserts at an index's end.
 */
export function newRowId(): string {
  lastTime = Math.max(lastTime, Date.now());
  counter = (counter + 1) % COUNTER_RANGE;
  if (counter === 0) lastTime += 1;
  return `c${digits(lastTime, 8)}${digits(counter, 4)}${random()}${random()}`;
}

/** What ids of `ms` (milliseconds since the epoch) and later sort after, and ids of before do not. */
export function rowIdAt(ms: number): string {
  return `c${digits(Math.min(Math.max(ms, 0), DIGITS ** 8 - 1), 8)}`;
}

/** When an id was made, in milliseconds since the epoch. */
export function timeOfRowId(id: string): number {
  return Number.parseInt(id.slice(1, 9), DIGITS);
}

function random(): string {
  return digits(randomInt(DIGITS ** 6), 6);
}

function digits(value: number, length: number): string {
  return value.toString(DIGITS).padStart(length, '0');
}
