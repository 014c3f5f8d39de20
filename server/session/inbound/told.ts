import type { Contact, WAMessage } from '@whiskeysockets/baileys';
import type { SocketEvents } from '../socket.ts';

/** What is recorded already: Baileys tells of a message again after its decryption, and with each of its author's name. */
export interface Told {
  /** The message is recorded. */
  message(message: WAMessage): void;
  /** All of the batch is recorded. */
  batch(batch: SocketEvents): void;
  /** What of the batch is not recorded. */
  news(batch: SocketEvents): SocketEvents;
}

/** Of messages, and of people: it is told again within moments. */
const REMEMBERED = 200;

export function createTold(): Told {
  const messages = new Map<string, true>();
  const names = new Map<string, string>();
  const isNewMessage = (message: WAMessage): boolean =>
    // A receipt that came at once is in the message itself.
    typeof message.status === 'number' || !messages.has(keyOf(message));
  const isNewContact = (contact: Partial<Contact>): boolean =>
    nameAlone(contact) === undefined || names.get(contact.id ?? '') !== contact.notify;
  return {
    message: (message) => remember(messages, keyOf(message), true),
    batch(batch) {
      for (const { id = '' } of batch['contacts.upsert'] ?? []) names.delete(id);
      for (const contact of batch['contacts.update'] ?? []) {
        const name = nameAlone(contact);
        if (name === undefined) names.delete(contact.id ?? '');
        else remember(names, contact.id ?? '', name);
      }
    },
    news({ 'messages.upsert': upsert, 'contacts.update': updates, ...rest }) {
      const newMessages = upsert?.messages.filter(isNewMessage) ?? [];
      const newContacts = updates?.filter(isNewContact) ?? [];
      return {
        ...rest,
        ...(upsert && newMessages.length > 0 && { 'messages.upsert': { ...upsert, messages: newMessages } }),
        ...(newContacts.length > 0 && { 'contacts.update': newContacts }),
      };
    },
  };
}

/** The name by which somebody shows themselves, if nothing else is told of them. */
function nameAlone({ id, notify, ...rest }: Partial<Contact>): string | undefined {
  return Object.values(rest).every((value) => value === undefined) ? notify : undefined;
}

const keyOf = ({ key }: WAMessage): string => `${key.fromMe} ${key.id} ${key.remoteJid}`;

function remember<Value>(known: Map<string, Value>, key: string, value: Value): void {
  known.delete(key);
  known.set(key, value);
  const oldest = known.size > REMEMBERED ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
}
