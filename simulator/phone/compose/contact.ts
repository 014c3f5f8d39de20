import type { proto } from '@whiskeysockets/baileys';

export type NewContact = { name: string; number: string };

/** A contact as a vCard, the way phones write it. */
export function contactCard({ name, number }: NewContact): proto.Message.IContactMessage {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${name};;;`,
    `FN:${name}`,
    `TEL;type=CELL;waid=${number}:+${number}`,
    'END:VCARD',
  ];
  return { displayName: name, vcard: lines.join('\n') };
}
