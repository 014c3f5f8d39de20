const ignore = () => undefined;

/** Baileys asks for a logger; a phone's failures are counted and answered, not logged. */
export const silentLogger = {
  level: 'silent',
  child: () => silentLogger,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};
