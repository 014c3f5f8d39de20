import type { RecordedEvent } from '../../server/events/types.ts';
import { eventually, type InboxMessage } from '../simulator/control-client.ts';
import type { TestGateway } from './gateway.ts';

/** Sends a text from a phone to an instance, and waits until it is recorded. Gives WhatsApp's id of it. */
export async function arrived(
  { whatsapp, event }: TestGateway,
  from: string,
  to: string,
  text: string,
): Promise<string> {
  const id = await whatsapp.send(from, to, text);
  await event(
    ({ type, data }) => type === 'messages.upsert' && (data as { key: { id: string } }).key.id === id,
  );
  return id;
}

/** The event that tells of a message's status; it may have come already. */
export const statusEvent = ({ event }: TestGateway, id: string, status: string): Promise<RecordedEvent> =>
  event(({ type, data }) => {
    const update = data as { keyId?: string; status?: string };
    return type === 'messages.update' && update.keyId === id && update.status === status;
  });

/** A message in a phone's inbox, as soon as it is there. */
export const inInbox = ({ whatsapp }: TestGateway, number: string, id: string): Promise<InboxMessage> =>
  eventually(`${id} at ${number}`, async () =>
    (await whatsapp.inbox(number)).find((message) => message.id === id),
  );
