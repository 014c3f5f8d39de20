/**
 * Baileys leaves timers of 30 and 60 s behind when a socket ends (prekey upload, unanswered queries), and
 * these would keep a finished test process alive. Imported first, this file lets it end in spite of them.
 */
const LONG_MS = 20_000;
const { setTimeout: start } = globalThis;

const startTimer = (...parameters: Parameters<typeof start>): NodeJS.Timeout => {
  const timer = start(...parameters);
  return (parameters[1] ?? 0) > LONG_MS ? timer.unref() : timer;
};

globalThis.setTimeout = Object.defineProperties(
  startTimer,
  Object.getOwnPropertyDescriptors(start),
) as typeof start;
