/** What can be subscribed to: the name in a subscription → the name on the wire (wire-contract 3.1). */
const WIRE_NAMES = {
  APPLICATION_STARTUP: 'application.startup',
  INSTANCE_CREATE: 'instance.create',
  INSTANCE_DELETE: 'instance.delete',
  REMOVE_INSTANCE: 'remove.instance',
  LOGOUT_INSTANCE: 'logout.instance',
  STATUS_INSTANCE: 'status.instance',
  QRCODE_UPDATED: 'qrcode.updated',
  CONNECTION_UPDATE: 'connection.update',
  MESSAGING_HISTORY_SET: 'messaging-history.set',
  MESSAGES_SET: 'messages.set',
  MESSAGES_UPSERT: 'messages.upsert',
  MESSAGES_EDITED: 'messages.edited',
  MESSAGES_UPDATE: 'messages.update',
  MESSAGES_DELETE: 'messages.delete',
  SEND_MESSAGE: 'send.message',
  SEND_MESSAGE_UPDATE: 'send.message.update',
  CONTACTS_SET: 'contacts.set',
  CONTACTS_UPSERT: 'contacts.upsert',
  CONTACTS_UPDATE: 'contacts.update',
  PRESENCE_UPDATE: 'presence.update',
  CHATS_SET: 'chats.set',
  CHATS_UPSERT: 'chats.upsert',
  CHATS_UPDATE: 'chats.update',
  CHATS_DELETE: 'chats.delete',
  GROUPS_UPSERT: 'groups.upsert',
  GROUP_UPDATE: 'groups.update',
  GROUP_PARTICIPANTS_UPDATE: 'group-participants.update',
  LABELS_EDIT: 'labels.edit',
  LABELS_ASSOCIATION: 'labels.association',
  CALL: 'call',
  TYPEBOT_START: 'typebot.start',
  TYPEBOT_CHANGE_STATUS: 'typebot.change-status',
  // Of version 1: accepted, never emitted.
  NEW_JWT_TOKEN: 'new.jwt',
} as const;

export type SubscribableEvent = keyof typeof WIRE_NAMES;
export type WireName = (typeof WIRE_NAMES)[SubscribableEvent];

export const SUBSCRIBABLE_EVENTS = Object.keys(WIRE_NAMES) as SubscribableEvent[];

const BY_SPELLING = new Map<string, SubscribableEvent>([
  ...SUBSCRIBABLE_EVENTS.map((name) => [name, name] as const),
  ...SUBSCRIBABLE_EVENTS.map((name) => [upperSnake(WIRE_NAMES[name]), name] as const),
]);

/** The subscription's name for any spelling of it: dots, dashes, any case; `undefined` if there is none. */
export function toEventName(text: string): SubscribableEvent | undefined {
  return BY_SPELLING.get(upperSnake(text.trim()));
}

export function toWireName(name: SubscribableEvent): WireName {
  return WIRE_NAMES[name];
}

/** Whether a subscription to `events`, UPPER_SNAKE names, covers the event; an empty one covers all. */
export function isSubscribed(events: string[], wireName: string): boolean {
  return events.length === 0 || events.includes(toEventName(wireName) ?? '');
}

/** The wire names that a subscription to `events` covers; undefined for all. */
export function subscribedNames(events: string[]): WireName[] | undefined {
  if (events.length === 0) return undefined;
  const names = events.map(toEventName).filter((name) => name !== undefined);
  return names.map(toWireName);
}

function upperSnake(text: string): string {
  return text.replace(/[.-]/g, '_').toUpperCase();
}
