import type { Phone } from '../../simulator/control-client.ts';

/** How a number may be written; each is that of the same phone. */
export const SPELLINGS: Record<string, (phone: Phone) => unknown> = {
  'a number': ({ number }) => Number(number),
  'as people write it': ({ number: n }) => `+${n[0]} (${n.slice(1, 4)}) ${n.slice(4, 7)}-${n.slice(7)}`,
  'a JID': ({ jid }) => jid,
  'a JID of a device': ({ jid }) => jid.replace('@', ':12@'),
  'a JID of old': ({ number }) => `${number}@c.us`,
};

/** A phone with the ninth digit or without it, and how its number is written. */
export const BRAZIL: [registered: string, written: string][] = [
  ['551188887777', '5511988887777'],
  ['551188886666', '+55 (11) 98888-6666'],
  ['5521977775555', '552177775555'],
  ['5511966664444', '+55 (11) 96666-4444'],
];

/** What is refused, and what the answer names. */
export const REFUSED: [object, RegExp][] = [
  [{ text: 'hi' }, /^instance requires property "number"$/],
  [{ number: '15550000001' }, /^instance requires property "text"$/],
  [{ number: '15550000001', text: ' \n ' }, /^instance\.text is not valid: .*not blank/],
  [
    { number: '15550000001', text: 'x'.repeat(65_537) },
    /^instance\.text must have at most 65536 characters$/,
  ],
  [{ number: '15550000001', text: 'hi', delay: 20_001 }, /^instance\.delay must be at most 20000$/],
  [{ number: 'Ana', text: 'hi' }, /^"Ana" is not a phone number/],
  [{ number: 'ana@example.com', text: 'hi' }, /^"ana@example\.com" is not a JID/],
];
