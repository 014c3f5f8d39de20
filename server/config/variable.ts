import { CannotStartError } from '../errors.ts';
import type { Kind } from './kinds.ts';

/**
 * A variable of the environment whose value cannot be used. The message names it and says what would be
 * right.
 */
export class ConfigError extends CannotStartError {
  override readonly name = 'ConfigError';

  constructor(variable: string, value: string, { expected, isSecret }: Omit<Kind<unknown>, 'parse'>) {
    super(`${variable} is ${isSecret ? 'not right' : `"${value}"`}; it must be ${expected}`);
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable; unset and blank ones have the value `fallback`. */
export type ReadVariable = <T, F extends T | undefined>(name: string, kind: Kind<T>, fallback: F) => T | F;

/** @throws ConfigError from the function it returns */
export function variableReader(env: Environment): ReadVariable {
  return (name, kind, fallback) => {
    const given = env[name]?.trim() ?? '';
    if (given === '') return fallback;
    const value = kind.parse(given);
    if (value === undefined) throw new ConfigError(name, given, kind);
    return value;
  };
}
