import { type ConnectionState, DisconnectReason } from '@whiskeysockets/baileys';

/** What Baileys tells of its connection. */
export type Change = Partial<ConnectionState>;

export const isOpen = ({ connection }: Change): true | undefined =>
  connection === 'open' ? true : undefined;

/** The status code with which a connection ended; 0 if it has none, undefined if it has not ended. */
export function statusOf({ connection, lastDisconnect }: Change): number | undefined {
  if (connection !== 'close') return undefined;
  const error = lastDisconnect?.error as { output?: { statusCode?: number } } | undefined;
  return error?.output?.statusCode ?? 0;
}

/** The same, but for an end after which the client is to connect again. */
export function fatal(change: Change): number | undefined {
  const status = statusOf(change);
  return status === DisconnectReason.restartRequired ? undefined : status;
}
