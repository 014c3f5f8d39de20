import { createAddressList } from '../address-list.ts';
import { type Kind, list, matching, quantity } from './kinds.ts';

/** The kinds that only one variable has. */

/** Bytes. */
export const size = quantity({ b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 }, '136mb');

/** Milliseconds. */
export const duration = quantity({ s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }, '24h');

/** Either may be left out. */
export const retention: Kind<{ maxAgeMs: number | undefined; maxBytes: number | undefined }> = {
  expected: 'an age (s, m, h, d), a size (b, kb, mb, gb), or both with a comma between them, such as 7d,1gb',
  parse: (given) => {
    const parts = list.parse(given) ?? [];
    const [maxAgeMs, ...ages] = parts.map(duration.parse).filter((value) => value !== undefined);
    const [maxBytes, ...sizes] = parts.map(size.parse).filter((value) => value !== undefined);
    const understood = [maxAgeMs, maxBytes].filter((value) => value !== undefined).length;
    const isTwice = ages.length + sizes.length > 0;
    return understood === 0 || understood < parts.length || isTwice ? undefined : { maxAgeMs, maxBytes };
  },
};

const UNITS: Record<string, number> = { s: 1_000, min: 60_000, h: 3_600_000 };

/** So many in a unit of time, as the milliseconds from one to the next. */
export const rate: Kind<number> = {
  expected: 'a number of messages, a slash and a unit of time (s, min, h), such as 20/min',
  parse: (given) => {
    const [, amount, unit = ''] = /^([1-9]\d{0,5})\s*\/\s*(s|min|h)$/.exec(given.toLowerCase()) ?? [];
    return amount === undefined ? undefined : (UNITS[unit] ?? Number.NaN) / Number(amount);
  },
};

/** Begins with a slash and does not end with one; empty for none. Needs no escaping in a route. */
export const basePath: Kind<string> = {
  expected: 'a path such as /whatsapp, of letters, digits, dots and dashes, or empty for none',
  parse: (given) => {
    const path = given.replace(/^\/*/, '/').replace(/\/+$/, '');
    return /^(\/[\w.~-]+)*$/.test(path) ? path : undefined;
  },
};

/** What an address list is made of. */
export const addresses: Kind<string[]> = {
  expected: 'a comma-separated list of addresses and ranges, such as 127.0.0.1,10.0.0.0/8',
  parse: (given) => {
    const entries = list.parse(given) ?? [];
    try {
      createAddressList(entries);
      return entries;
    } catch {
      return undefined; // the caller says which variable is wrong
    }
  },
};

export const noiseRoot = matching(/^[0-9a-f]{64}$/i, 'a public key of 64 hexadecimal digits');

export const color = matching(/^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i, 'a colour such as #198754');

export const webVersion: Kind<[number, number, number]> = {
  expected: 'a version such as 2.3000.1035194821',
  parse: (given) => {
    const [a, b, c, ...rest] = given
      .split('.')
      .map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN));
    if (a === undefined || b === undefined || c === undefined || rest.length > 0) return undefined;
    return Number.isNaN(a + b + c) ? undefined : [a, b, c];
  },
};

const HEX_KEY = /^[0-9a-f]{64}$/i;
const BASE64_KEY = /^[\w+/-]{43}=?$/;

/** 256 bits. */
export const encryptionKey: Kind<Uint8Array> = {
  expected: '32 bytes, as 64 hexadecimal digits or in base64: make one by "openssl rand -hex 32"',
  isSecret: true,
  parse: (given) => {
    if (HEX_KEY.test(given)) return Buffer.from(given, 'hex');
    return BASE64_KEY.test(given) ? Buffer.from(given, 'base64') : undefined;
  },
};

const SECRET = /^whsec_([\w+/-]+=*)$/;

/** What Standard Webhooks signs by. */
export const webhookSecret: Kind<string> = {
  expected: 'whsec_ and 24 to 64 bytes in base64: make one by echo "whsec_$(openssl rand -base64 32)"',
  isSecret: true,
  parse: (given) => {
    const bytes = Buffer.from(SECRET.exec(given)?.[1] ?? '', 'base64').length;
    return bytes >= 24 && bytes <= 64 ? given : undefined;
  },
};

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What Evolution calls its levels (wire-contract 5). */
const FOREIGN_LEVELS: Record<string, LogLevel> = {
  log: 'info',
  webhooks: 'info',
  websocket: 'info',
  verbose: 'debug',
  dark: 'debug',
};

export type LogLevel = (typeof LOG_LEVELS)[number];

/** One level, or Evolution's list of all that are wanted, of which the most verbose counts. */
export const logLevel: Kind<LogLevel> = {
  expected: `one of ${LOG_LEVELS.join(', ')}`,
  parse: (given) => {
    const names = (list.parse(given) ?? []).map((name) => name.toLowerCase());
    const ranks = names.map((name) =>
      LOG_LEVELS.findIndex((level) => level === (FOREIGN_LEVELS[name] ?? name)),
    );
    return LOG_LEVELS[Math.min(...ranks)];
  },
};
