/**
 * libsignal prints whole session records, private keys included, through the console. The simulator itself
 * never writes there: its one line goes to stdout, its own faults go to stderr. So importing this file mutes
 * the console of the whole process.
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
