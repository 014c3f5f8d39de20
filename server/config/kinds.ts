import { accessSync, constants } from 'node:fs';

/** How the text of a variable becomes a value; `undefined` means that it is not one. */
export interface Kind<T> {
  /** What would be right, to end the sentence "it must be …". */
  expected: string;
  /** Set where the value must not be shown. */
  isSecret?: true;
  parse(text: string): T | undefined;
}

export const text: Kind<string> = { expected: 'text', parse: (given) => given };

export function matching(pattern: RegExp, expected: string): Kind<string> {
  return { expected, parse: (given) => (pattern.test(given) ? given : undefined) };
}

export function oneOf<const T extends string>(...values: T[]): Kind<T> {
  return {
    expected: `one of ${values.join(', ')}`,
    parse: (given) => values.find((value) => value === given.toLowerCase()),
  };
}

const BOOLEANS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

export const boolean: Kind<boolean> = {
  expected: 'true or false',
  parse: (given) => BOOLEANS.get(given.toLowerCase()),
};

export function number(min: number, max: number): Kind<number> {
  return {
    expected: `a number from ${min} to ${max}`,
    parse: (given) => inRange(/^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN, min, max),
  };
}

export function integer(min: number, max: number): Kind<number> {
  return {
    expected: `a whole number from ${min} to ${max}`,
    parse: (given) => inRange(/^\d+$/.test(given) ? Number(given) : Number.NaN, min, max),
  };
}

function inRange(value: number, min: number, max: number): number | undefined {
  return value >= min && value <= max ? value : undefined;
}

/** Texts between commas; blank ones are left out. */
export const list: Kind<string[]> = {
  expected: 'a comma-separated list',
  parse: (given) =>
    given
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
};

export function listOf<T>(kind: Kind<T>): Kind<T[]> {
  return {
    expected: `a comma-separated list, each ${kind.expected}`,
    parse: (given) => {
      const values = (list.parse(given) ?? []).map((part) => kind.parse(part));
      return values.every((value) => value !== undefined) ? values : undefined;
    },
  };
}

/** An address of one of these schemes, without its trailing slash. */
export function url(...schemes: string[]): Kind<string> {
  return {
    expected: `an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    parse: (given) => {
      const parsed = URL.parse(given);
      return parsed && schemes.includes(parsed.protocol.slice(0, -1)) ? given.replace(/\/+$/, '') : undefined;
    },
  };
}

export const readableFile: Kind<string> = {
  expected: 'the path of a readable file',
  parse: (given) => {
    try {
      accessSync(given, constants.R_OK);
      return given;
    } catch {
      return undefined; // the caller says which variable is wrong
    }
  },
};

/** A number with a unit, such as `136mb`; each unit's worth is in `units`. */
export function quantity(units: Record<string, number>, example: string): Kind<number> {
  const pattern = new RegExp(`^(\\d+(?:\\.\\d+)?)\\s*(${Object.keys(units).join('|')})$`);
  return {
    expected: `a number and a unit (${Object.keys(units).join(', ')}), such as ${example}`,
    parse: (given) => {
      const [, amount, unit = ''] = pattern.exec(given.toLowerCase()) ?? [];
      return amount === undefined ? undefined : Math.floor(Number(amount) * (units[unit] ?? Number.NaN));
    },
  };
}
