const terminal: Console = globalThis.console;
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/**
 * libsignal prints whole session records, private keys included, with console.*: nothing it says is let
 * through. Told by the caller's file and not by the text, so that a new message of its is caught as well.
 */
export function silenceLibsignal(): void {
  for (const method of METHODS) {
    const original = terminal[method].bind(terminal);
    terminal[method] = (...args: unknown[]) => {
      if (!calledFromLibsignal()) original(...args);
    };
  }
}

function calledFromLibsignal(): boolean {
  const caller = new Error().stack?.split('\n')[3] ?? '';
  return /[\\/]node_modules[\\/]libsignal[\\/]/.test(caller);
}
