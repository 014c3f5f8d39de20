/**
 * libsignal prints whole session records, private keys included, through the console. Nothing in the simulator
 * writes there itself (its one line goes to stdout, faults of its own to stderr), so importing this file shuts
 * the console for the whole process.
 */
const mute = () => undefined;

Object.assign(globalThis.console, {
  log: mute,
  info: mute,
  warn: mute,
  error: mute,
  debug: mute,
  trace: mute,
});
