/** What WhatsApp's codes in an acknowledgement say, as far as that is known (Baileys' tables). */
const MEANINGS: Record<string, string> = {
  '403': 'not allowed to write there',
  '404': 'no such recipient',
  '429': 'too many messages',
  '463': 'the account is restricted: it may not begin new chats',
  '479': 'the message was malformed, or a device of the recipient has changed',
};

/** Why WhatsApp did not take a message: the code that it gave and, where it is known, what that means. */
export function failureReason(parameters: string[] | null | undefined): string | undefined {
  const code = parameters?.[0];
  if (!code) return undefined;
  const meaning = MEANINGS[code];
  return meaning ? `${code}: ${meaning}` : code;
}
