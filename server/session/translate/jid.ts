import { badRequest } from '../../errors.ts';

const KNOWN_SERVERS = ['s.whatsapp.net', 'g.us', 'lid', 'broadcast', 'newsletter'];

/** The shortest digits that can only be a group's id; phone numbers have at most 15 (E.164). */
const MODERN_GROUP_DIGITS = 18;
const LEGACY_GROUP_LENGTH = 24;

/**
 * The JID that a caller means by a number, by a human's spelling of one, or by a JID (wire-contract 1.4).
 *
 * @throws HttpError 400 when nothing can be made of the input
 */
export function toJid(input: string): string {
  const text = input.trim().replace(/:\d+(?=@)/, '');
  const at = text.indexOf('@');
  return at < 0 ? fromNumber(text, input) : fromJid(text.slice(0, at), text.slice(at + 1), input);
}

/**
 * The digits of a phone number, however it is written.
 *
 * @throws HttpError 400 when it is not that of a person
 */
export function toPhoneNumber(input: string): string {
  const [digits = '', server] = toJid(input).split('@');
  if (server === 's.whatsapp.net') return digits;
  throw badRequest(`"${input}" is not a phone number with its country code`);
}

/** The JID without its device: what names a chat or a person. */
export function withoutDevice(jid: string): string {
  return jid.replace(/:\d+(?=@)/, '');
}

export const isGroup = (jid: string): boolean => jid.endsWith('@g.us');
export const isLid = (jid: string): boolean => jid.endsWith('@lid');
export const isUser = (jid: string): boolean => jid.endsWith('@s.whatsapp.net');

/**
 * The spellings under which WhatsApp may know a number: Brazil with and without the ninth digit, Mexico with
 * and without the 1, Argentina with and without the 9. WhatsApp's answer decides, not an area-code rule.
 */
export function numberVariants(digits: string): string[] {
  const variants = [
    digits,
    otherBrazilian(digits),
    otherWithDigit(digits, '52', '1'),
    otherWithDigit(digits, '54', '9'),
  ];
  return [...new Set(variants.filter((variant) => variant !== undefined))];
}

/**
 * The JIDs under which a chat may be stored that a caller means by a number or a JID.
 *
 * @throws HttpError 400 when nothing can be made of the input
 */
export function chatJids(input: string): string[] {
  const jid = toJid(input);
  if (!isUser(jid)) return [jid];
  return numberVariants(jid.split('@')[0] ?? '').map((digits) => `${digits}@s.whatsapp.net`);
}

function fromJid(user: string, server: string, input: string): string {
  if (server === 'c.us') return `${user}@s.whatsapp.net`;
  if (user !== '' && KNOWN_SERVERS.includes(server)) return `${user}@${server}`;
  throw badRequest(`"${input}" is not a JID that WhatsApp knows: use a phone number with its country code`);
}

function fromNumber(text: string, input: string): string {
  const compact = text.replace(/[\s+()]/g, '').split(':')[0] ?? '';
  if (compact.includes('-') && compact.length >= LEGACY_GROUP_LENGTH) {
    return `${compact.replace(/[^\d-]/g, '')}@g.us`;
  }
  const digits = compact.replace(/\D/g, '');
  if (digits.length >= MODERN_GROUP_DIGITS) return `${digits}@g.us`;
  if (digits.length < 5) throw badRequest(`"${input}" is not a phone number with its country code`);
  return `${digits}@s.whatsapp.net`;
}

function otherBrazilian(digits: string): string | undefined {
  if (!digits.startsWith('55')) return undefined;
  if (digits.length === 13 && digits[4] === '9') return digits.slice(0, 4) + digits.slice(5);
  if (digits.length === 12) return `${digits.slice(0, 4)}9${digits.slice(4)}`;
  return undefined;
}

/** `country` numbers of ten digits, written with or without one legacy digit after the country code. */
function otherWithDigit(digits: string, country: string, digit: string): string | undefined {
  if (!digits.startsWith(country)) return undefined;
  if (digits.length === 13 && digits[2] === digit) return country + digits.slice(3);
  if (digits.length === 12) return country + digit + digits.slice(2);
  return undefined;
}
